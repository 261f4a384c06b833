import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Secrets, UnreadableSecret } from '../../platform/secrets/index.ts';

const SEALED = z.object({ kind: z.literal('address'), word: z.string(), until: z.string() });
const LONGEST = 1_000;
const GOOD_FOR = { minutes: 2 };

/** Where whoever holds the keys of this shop says the word that a token holds. */
export const ADDRESS_CHECK_PATH = '/.well-known/institor';

/** A word that only this shop can find in the token: whoever answers with it has the shop's keys. */
export function askAddress(
  { seal }: Pick<Secrets, 'seal'>,
  now: Temporal.Instant,
): { readonly token: string; readonly word: string } {
  const word = randomBytes(16).toString('base64url');
  const sealed = seal(JSON.stringify({ kind: 'address', word, until: now.add(GOOD_FOR) }));
  return { token: Buffer.from(sealed).toString('base64url'), word };
}

/** The word of a token; `undefined` for one of another shop, for an old one, and for what is none. */
export function answerAddress(
  { open }: Pick<Secrets, 'open'>,
  token: string,
  now: Temporal.Instant,
): string | undefined {
  if (token.length > LONGEST) return undefined;
  try {
    const sealed = SEALED.safeParse(JSON.parse(open(Buffer.from(token, 'base64url').toString())));
    if (!sealed.success) return undefined;
    const { word, until } = sealed.data;
    return Temporal.Instant.compare(now, Temporal.Instant.from(until)) < 0 ? word : undefined;
  } catch (error) {
    if (error instanceof UnreadableSecret || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
