import { z } from 'zod';
import { type Secrets, UnreadableSecret } from '../../../platform/secrets/index.ts';
import { TEMPLATE_NAMES } from '../check.ts';
import type { TemplateName } from '../market.ts';
import { parseAccent, type Theme } from './theme.ts';

/** How the storefront is drawn, as far as it can be previewed; a colour that is not said is the one that is kept. */
export type Look = { readonly template: TemplateName; readonly accent?: Theme['accent'] };

const SEALED = z.object({
  kind: z.literal('look'),
  look: z.object({ template: z.enum(TEMPLATE_NAMES), accent: z.string().optional() }),
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
    if (Temporal.Instant.compare(now, Temporal.Instant.from(until)) >= 0) return undefined;
    const accent = look.accent === undefined ? undefined : parseAccent(look.accent);
    return { template: look.template, ...(accent === undefined ? {} : { accent }) };
  } catch (error) {
    // Somebody's own invention, or of another shop.
    if (error instanceof UnreadableSecret || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
