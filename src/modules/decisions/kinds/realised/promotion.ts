import { z } from 'zod';
import { listPromotions, readPriceHistory } from '../../../pricing/index.ts';
import type { Decision, Realised } from '../../decision.ts';
import type { ReadContext } from '../../kind.ts';
import { idWithin } from '../id-within.ts';
import { boundsOf, salesCases } from '../outlook.ts';
import type { Sold } from '../sold.ts';

/** Goods of the promotion as they were when it was proposed; amounts are minor units before tax. */
export const promotionBasis = z.object({
  goods: z.array(
    z.object({
      variantId: idWithin<'variant'>(),
      ...{ full: z.number(), reduced: z.number(), cost: z.number(), stock: z.number() },
      ...{ mean: z.number(), variance: z.number(), elasticity: z.number(), deviation: z.number() },
    }),
  ),
});
type PromotedGoods = z.infer<typeof promotionBasis>['goods'][number];

/**
 * What ending a promotion brought, against its running on: what was sold since at the full price, against what the forecast
 * said would be sold at the reduced one, each piece at its margin. Where it was switched on again, or a price was changed,
 * nothing can be said.
 */
export async function realisePromotion(
  { db, zone, currency }: ReadContext,
  {
    decision,
    promotionId,
  }: { readonly decision: Decision; readonly promotionId: Parameters<typeof listPromotions>[1] },
  sold: Sold,
): Promise<Realised | 'not_yet' | { readonly notEnough: string }> {
  const { appliedAt, predicted } = decision;
  if (appliedAt === undefined) return 'not_yet';
  const [promotion] = await listPromotions(db, promotionId);
  if (promotion?.isActive === true) return { notEnough: 'promotion_on_again' };
  const { goods } = promotionBasis.parse(decision.basis);
  const variantIds = goods.map(({ variantId }) => variantId);
  const histories = await readPriceHistory(db, { variantIds, currency });
  const end = appliedAt.add({ hours: 24 * predicted.horizonDays });
  const isMoved = [...histories.values()].flat().some(({ changedAt }) => {
    return Temporal.Instant.compare(changedAt, appliedAt) > 0 && Temporal.Instant.compare(changedAt, end) < 0;
  });
  if (isMoved) return { notEnough: 'price_changed' };
  const from = appliedAt.toZonedDateTimeISO(zone).toPlainDate();
  const span = { from, to: from.add({ days: predicted.horizonDays - 1 }) };
  let [pieces, brought] = [0, 0];
  for (const { variantId, full, cost } of goods) {
    const days = await sold(variantId, span);
    if (days === undefined) return 'not_yet';
    const own = days.reduce((sum, day) => sum + day, 0);
    pieces += own;
    brought += own * (full - cost);
  }
  const without = boundsOf(runOn(goods));
  const value = BigInt(Math.round(brought));
  return {
    ...{ valueMinor: value - without.valueMinor, lowMinor: value - without.highMinor },
    ...{ highMinor: value - without.lowMinor, method: 'sold_against_promotion' },
    figures: [
      { key: 'sold', unit: 'count', value: String(pieces) },
      { key: 'brought', unit: 'money', value: String(value) },
      { key: 'expected_without', unit: 'money', value: String(without.valueMinor) },
    ],
  };
}

/** What all of these would have brought at the reduced price, in equally likely cases: what goes well goes well of all. */
export function runOn(goods: readonly PromotedGoods[]): number[] {
  const each = goods.map(({ mean, variance, stock, elasticity, deviation, reduced, cost }) => {
    const answer = { mean: elasticity, deviation };
    return salesCases({ mean, variance }, { ratio: 1, stock, elasticity: answer })
      .map((pieces) => pieces * (reduced - cost))
      .toSorted((a, b) => a - b);
  });
  const [first = []] = each;
  return first.map((_, index) => each.reduce((sum, cases) => sum + (cases[index] ?? 0), 0));
}
