import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply } from 'fastify';
import {
  type Answers,
  openLink,
  readUnsubscribing,
  spokenIn,
  unsubscribe,
} from '../../modules/reporting/index.ts';
import { RateLimits } from '../../platform/api/index.ts';
import { networkOf } from '../../platform/auth/index.ts';
import { type Connection, transact } from '../../platform/database/index.ts';
import type { Secrets } from '../../platform/secrets/index.ts';
import { drawLink, drawNotice } from './draw.ts';
import { languageOf } from './language-of.ts';
import { POLICY } from './style.ts';

export type LinkDeps = {
  readonly connection: Pick<Connection, 'db'>;
  readonly answers: Pick<Answers, 'about' | 'answer'>;
  readonly secrets: Pick<Secrets, 'open'>;
  readonly now: () => Temporal.Instant;
  /** Reads of one network by the API; pages here have a fifth of it. 0: no limit. */
  readonly readsPerMinute: number;
};

const FORM_BYTES = 4_096;

/** Pages for who has no account: `/r/TOKEN` shows the numbers of a link, `/r/unsubscribe` leads out of a report's mails. */
export async function registerLinks(server: FastifyInstance, deps: LinkDeps): Promise<void> {
  await server.register(async (scope) => {
    await scope.register(formbody, { bodyLimit: FORM_BYTES });
    limitRate(scope, deps);
    addUnsubscribing(scope, deps);
    addLink(scope, deps);
  });
}

function addLink(scope: FastifyInstance, { connection, answers, now }: LinkDeps): void {
  scope.get<{ Params: { token: string } }>(
    '/r/:token',
    { config: { isPathSecret: true } },
    async ({ params: { token }, headers }, reply) => {
      const opened = await openLink(connection.db, answers, { token, now: now() });
      if (opened.ok) return send(reply, opened.value.isAway ? 503 : 200, drawLink(opened.value));
      const language = languageOf(headers['accept-language']);
      const { goneTitle: title, gone: text } = spokenIn(language).words.page;
      return send(reply, 404, drawNotice(language, { title, text }));
    },
  );
}

/** A look at the page takes nobody off: programs that open every link of a mail look too. */
function addUnsubscribing(scope: FastifyInstance, { connection: { db }, secrets, now }: LinkDeps): void {
  const config = { isPathSecret: true };
  scope.get<{ Querystring: { token?: string } }>('/r/unsubscribe', { config }, async (request, reply) => {
    const found = await readUnsubscribing(db, secrets, tokenIn(request.query));
    if (!found.ok) return sendGone(reply, request.headers['accept-language']);
    const { schedule, email } = found.value;
    const said = spokenIn(schedule.language).words.page;
    const notice = { title: said.unsubscribeTitle(schedule.name), text: said.unsubscribeText(email) };
    return send(reply, 200, drawNotice(schedule.language, { ...notice, verb: said.unsubscribeVerb }));
  });
  scope.post<{ Querystring: { token?: string } }>('/r/unsubscribe', { config }, async (request, reply) => {
    const token = tokenIn(request.query);
    const found = await readUnsubscribing(db, secrets, token);
    const done = await transact(db, (tx) => unsubscribe(tx, secrets, { token, now: now() }));
    if (!found.ok || !done.ok) return sendGone(reply, request.headers['accept-language']);
    const { language, name } = found.value.schedule;
    return send(
      reply,
      200,
      drawNotice(language, { title: name, text: spokenIn(language).words.page.unsubscribed }),
    );
  });
}

function tokenIn({ token }: { readonly token?: unknown }): string {
  return typeof token === 'string' ? token : '';
}

function sendGone(reply: FastifyReply, accepted: string | undefined): FastifyReply {
  const language = languageOf(accepted);
  const { goneTitle: title, gone: text } = spokenIn(language).words.page;
  return send(reply, 404, drawNotice(language, { title, text }));
}

function send(reply: FastifyReply, status: number, html: string): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', POLICY)
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex, nofollow')
    .header('referrer-policy', 'no-referrer')
    .header('cross-origin-resource-policy', 'same-origin')
    .send(html);
}

function limitRate(scope: FastifyInstance, { readsPerMinute, now }: LinkDeps): void {
  const limits = new RateLimits(readsPerMinute);
  scope.addHook('onRequest', async (request, reply) => {
    if (!limits.isOn) return undefined;
    // Each asks the warehouse anew, so that a page here costs as much as a write.
    const { isAllowed, resetSeconds } = limits.take(networkOf(request.ip), 'write', now().epochMilliseconds);
    if (isAllowed) return undefined;
    reply.header('retry-after', String(resetSeconds)).header('cache-control', 'no-store');
    return reply
      .code(429)
      .type('text/plain; charset=utf-8')
      .send('too many requests of this network within a minute');
  });
}
