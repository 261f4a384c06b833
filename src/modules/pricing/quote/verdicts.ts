import type { PromotionId } from '../promotions/promotion.ts';
import { sumOf } from './benefits/cut.ts';
import type { Stack } from './outcome.ts';
import type { QuotedDelivery, QuotedLine } from './quoted.ts';
import type { PromotionVerdict, RefusedPromotion } from './verdict.ts';

/**
 * One for each promotion that applied, with what it took off as the lines say it, then one for each that did not.
 */
export function verdictsOf(input: {
  readonly lines: readonly QuotedLine[];
  readonly delivery: QuotedDelivery | undefined;
  readonly stacked: Stack;
  readonly refused: readonly RefusedPromotion[];
}): PromotionVerdict[] {
  const byPromotion = new Map<PromotionId, { lineId: string; amountMinor: bigint }[]>();
  for (const { id, discounts } of input.lines) {
    for (const { promotionId, amountMinor } of discounts) {
      const known = byPromotion.get(promotionId) ?? [];
      byPromotion.set(promotionId, known);
      const same = known.at(-1);
      // Two benefits of one promotion on one line are one amount.
      if (same?.lineId === id) same.amountMinor += amountMinor;
      else known.push({ lineId: id, amountMinor });
    }
  }
  const applied = input.stacked.applied.map(({ promotion, code }): PromotionVerdict => {
    const lines = byPromotion.get(promotion.id) ?? [];
    const ofDelivery = (input.delivery?.discounts ?? []).filter((one) => one.promotionId === promotion.id);
    const deliveryMinor = sumOf(ofDelivery.map((one) => one.amountMinor));
    const amountMinor = sumOf(lines.map((one) => one.amountMinor)) + deliveryMinor;
    return {
      ...{ isApplied: true, promotionId: promotion.id, name: promotion.name, code },
      ...{ amountMinor, lines, deliveryMinor },
    };
  });
  const refused = input.stacked.refused.map(
    ({ promotion, code, reason }): RefusedPromotion => ({
      ...{ isApplied: false, promotionId: promotion.id, name: promotion.name, code, reason },
    }),
  );
  return [...applied, ...refused, ...input.refused];
}
