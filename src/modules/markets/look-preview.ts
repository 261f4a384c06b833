import { z } from 'zod';
import { type Secrets, UnreadableSecret } from '../../platform/secrets/index.ts';
import { TEMPLATE_NAMES } from './check.ts';
import type { Look } from './market.ts';

const SEALED = z.object({
  kind: z.literal('look'),
  look: z.object({ template: z.enum(TEMPLATE_NAMES) }),
  until: z.string(),
});
const LONGEST = 2_000;

/**
 * What shows a page of the shop in another look to whoever has it: sealed, so that nobody can make one, and good until
 * then. The shop itself stays as it is.
 */
export function sealLookPreview(
  { seal }: Pick<Secrets, 'seal'>,
  { look, until }: { readonly look: Look; readonly until: Temporal.Instant },
): string {
  return Buffer.from(seal(JSON.stringify({ kind: 'look', look, until }))).toString('base64url');
}

/** The look that a preview shows; `undefined` for what is none, or is over. */
export function openLookPreview(
  { open }: Pick<Secrets, 'open'>,
  token: string,
  now: Temporal.Instant,
): Look | undefined {
  if (token.length > LONGEST) return undefined;
  try {
    const sealed = SEALED.safeParse(JSON.parse(open(Buffer.from(token, 'base64url').toString())));
    if (!sealed.success) return undefined;
    const { look, until } = sealed.data;
    return Temporal.Instant.compare(now, Temporal.Instant.from(until)) < 0 ? look : undefined;
  } catch (error) {
    // Somebody's own invention, or of another shop.
    if (error instanceof UnreadableSecret || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
