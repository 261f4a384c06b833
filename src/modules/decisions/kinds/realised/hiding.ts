import { z } from 'zod';
import type { ProductId } from '../../../catalog/index.ts';
import type { Decision, Realised } from '../../decision.ts';
import type { ReadContext } from '../../kind.ts';
import type { Looked, LookedAt } from '../looked.ts';

/** What of net sales is margin, of what would have been wanted of it. */
export const hidingBasis = z.object({ marginShare: z.number() });

/** Fewer looks than these before say nothing of where they went. */
const FEWEST_LOOKS = 20;
const NINETIETH = 1.2816;

/**
 * What hiding a product that cannot be bought brought, against showing it on: looks at others of its category that came on top
 * of what as many visits looked at before, at what a look at these brings. No more can have come than would have looked at what
 * was hidden. What else changed between the two months is in it, and so the interval is wide.
 */
export async function realiseHiding(
  { zone, currency }: ReadContext,
  { decision, productId }: { readonly decision: Decision; readonly productId: ProductId },
  looked: Looked,
): Promise<Realised | 'not_yet' | { readonly notEnough: string }> {
  const { appliedAt, basis, predicted } = decision;
  if (appliedAt === undefined) return 'not_yet';
  const from = appliedAt.toZonedDateTimeISO(zone).toPlainDate();
  const days = predicted.horizonDays;
  const asked = { productId, currency };
  const before = await looked(asked, { from: from.subtract({ days }), to: from.subtract({ days: 1 }) });
  if (before === undefined) return 'not_yet';
  if (before === 'unplaced') return { notEnough: 'no_category' };
  const span = { from, to: from.add({ days: days - 1 }) };
  const after = await looked({ ...asked, category: before.category }, span);
  if (after === undefined) return 'not_yet';
  if (after === 'unplaced' || before.own < FEWEST_LOOKS || before.visits === 0 || after.others === 0) {
    return { notEnough: 'few_looks' };
  }
  const { looks, low, high } = movedLooks(before, after);
  const { marginShare } = hidingBasis.parse(basis);
  const each = (after.salesMinor * marginShare) / after.others;
  const amount = (of: number) => BigInt(Math.round(of * each));
  return {
    ...{ valueMinor: amount(looks), lowMinor: amount(low), highMinor: amount(high), method: 'looks_moved' },
    figures: [
      { key: 'looks_before', unit: 'count', value: String(before.own) },
      { key: 'looks_moved', unit: 'count', value: String(Math.round(looks)) },
    ],
  };
}

/**
 * Looks at others that came on top, between none and as many as would have looked at the hidden one, with 80 % of what counts
 * that vary as Poisson's do allow.
 *
 * @example
 * // 1,000 visits before and after, 100 looks at it, 400 at others before and 460 after: 60 moved.
 */
export function movedLooks(
  before: Pick<LookedAt, 'visits' | 'own' | 'others'>,
  after: Pick<LookedAt, 'visits' | 'others'>,
): { readonly looks: number; readonly low: number; readonly high: number } {
  const scale = after.visits / before.visits;
  const most = before.own * scale;
  const more = after.others - before.others * scale;
  const spread = NINETIETH * Math.sqrt(after.others + before.others * scale ** 2);
  const within = (looks: number) => Math.min(Math.max(looks, 0), most);
  return { looks: within(more), low: within(more - spread), high: within(more + spread) };
}
