import type { FastifyInstance } from 'fastify';
import { ADDRESS_CHECK_PATH, answerAddress } from '../../../../modules/markets/index.ts';
import type { Secrets } from '../../../../platform/secrets/index.ts';

const NAME = 'institor';

/** Whoever holds the keys of the shop says the word that a token holds; to any other token, only what software it is. */
export function mountAddressAnswer(
  server: FastifyInstance,
  { secrets, now }: { readonly secrets: Secrets; readonly now: () => Temporal.Instant },
): void {
  server.get<{ Params: { token: string } }>(
    `${ADDRESS_CHECK_PATH}/:token`,
    { config: { isPathSecret: true } },
    async ({ params: { token } }, reply) => {
      const word = answerAddress(secrets, token, now());
      return reply
        .code(word === undefined ? 404 : 200)
        .header('cache-control', 'no-store')
        .type('text/plain; charset=utf-8')
        .send(word === undefined ? NAME : `${NAME} ${word}`);
    },
  );
}

/** Whether an answer is the one that only this shop can give. */
export function saysIt(answer: string, word: string): boolean {
  return answer.trim() === `${NAME} ${word}`;
}

/** Whether an answer is one of this software. */
export function saysWho(answer: string): boolean {
  return answer.trim() === NAME;
}
