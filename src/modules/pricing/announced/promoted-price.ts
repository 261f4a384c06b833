import type { PriceChange } from '../price.ts';
import { isPerLine } from '../promotions/is-per-line.ts';
import type { Promotion, PromotionId } from '../promotions/promotion.ts';
import type { PromotionHistory } from '../promotions/promotion-history.ts';
import { type Lane, NO_USAGE } from '../promotions/rulebook.ts';
import { quote } from '../quote/quote.ts';
import type { QuoteInput, QuoteLine } from '../quote/quote-input.ts';
import { momentOf } from '../quote/schedule.ts';
import { announcedReduction, type Reduction } from '../reduction.ts';
import { changesOver, inForceAt } from './changes-over.ts';

/** What a product page may say of a price that promotions make less for everybody. */
export type PromotedPrice = {
  /** What one costs, whatever else is in the cart. */
  readonly unitMinor: bigint;
  /** What one costs without promotions. */
  readonly regularMinor: bigint;
  readonly promotions: readonly { readonly promotionId: PromotionId; readonly name: string }[];
  /** "was" and percentage, where they may be said. */
  readonly reduction: Reduction | undefined;
};

export type PromotedInput = Pick<QuoteInput, 'currency' | 'marketCode' | 'timeZone' | 'now' | 'rulebook'> & {
  /** One piece. */
  readonly line: QuoteLine;
  /** Of its base price in this currency, oldest first. */
  readonly history: readonly PriceChange[];
  readonly promotionHistory: PromotionHistory;
};

/**
 * The price that a product page may announce, or `undefined` when no promotion makes it less for everybody.
 *
 * Only a promotion that everybody gets and that nothing else in the cart can take away is announced: automatic, not
 * exclusive, without a minimum, a segment or a limit, worked out per piece, in a lane where lines choose or all apply.
 * What was announced is a price that applied: Directive 98/6/EC, article 6a, asks for the lowest of the 30 days before,
 * so the history of promotions is looked at together with that of the price. Of a promotion for certain hours or
 * weekdays the price counts as one of every hour: that never says too much.
 */
export function promotedPrice(input: PromotedInput): PromotedPrice | undefined {
  const present = input.rulebook.promotions.filter((one) => isForEverybody(one, input.rulebook.lanes));
  const [line] = priced(input, {
    promotions: present,
    at: input.now,
    basePriceMinor: input.line.basePriceMinor,
  });
  if (line === undefined || line.discountMinor === 0n) return undefined;
  const history = promotedHistory(input);
  // Outside the hours of another promotion the history says less than is paid: then nothing is compared with it. A
  // price list's own history is another, which it might contradict.
  const isKnown = inForceAt(history, input.now)?.amountMinor === line.totalMinor;
  const mayCompare = isKnown && line.priceReason.kind === 'base';
  return {
    unitMinor: line.totalMinor,
    regularMinor: line.unitMinor,
    promotions: line.discounts.map(({ promotionId }) => ({
      promotionId,
      name: present.find(({ id }) => id === promotionId)?.name ?? '',
    })),
    reduction: mayCompare ? announcedReduction(history, input.now) : undefined,
  };
}

function isForEverybody(promotion: Promotion, lanes: readonly Lane[]): boolean {
  const { conditions, limits } = promotion;
  const stacking = lanes.find(({ lane }) => lane === promotion.lane)?.stacking ?? 'best';
  const isLimited = limits.uses ?? limits.usesPerCustomer ?? limits.budget;
  const isConditional = conditions.segments ?? conditions.isFirstOrder ?? conditions.minimum;
  return (
    promotion.trigger === 'automatic' &&
    !promotion.isExclusive &&
    stacking !== 'best' &&
    isLimited === undefined &&
    isConditional === undefined &&
    promotion.benefits.every(isPerLine)
  );
}

/** What one cost at each moment with the promotions of that moment; compared at its price without them. */
function promotedHistory(input: PromotedInput): PriceChange[] {
  const { history, promotionHistory, rulebook, timeZone } = input;
  const changes = promotionHistory.changes.filter(
    ({ promotion }) => promotion === undefined || isForEverybody(promotion, rulebook.lanes),
  );
  const bounds = changes.flatMap(({ promotion }) => {
    const { startsAt, endsAt } = promotion?.conditions.schedule ?? {};
    return [startsAt ?? [], endsAt ?? []].flat().map((local) => momentOf(local, timeZone));
  });
  const moments = [...[...history, ...promotionHistory.changes].map(({ changedAt }) => changedAt), ...bounds];
  const byPromotion = Map.groupBy(promotionHistory.changes, ({ promotionId }) => promotionId);
  return changesOver(moments, (at) => {
    const base = inForceAt(history, at);
    if (base?.amountMinor === undefined) return base;
    const promotions = [...byPromotion.values()].flatMap((own) => {
      const promotion = inForceAt(own, at)?.promotion;
      return promotion !== undefined && isForEverybody(promotion, rulebook.lanes)
        ? [atAnyHour(promotion)]
        : [];
    });
    const [line] = priced(input, { promotions, at, basePriceMinor: base.amountMinor });
    if (line === undefined || line.discountMinor === 0n) return base;
    return { amountMinor: line.totalMinor, compareAtMinor: base.amountMinor };
  });
}

function atAnyHour(promotion: Promotion): Promotion {
  const { schedule, ...conditions } = promotion.conditions;
  if (schedule === undefined) return promotion;
  const { startsAt, endsAt } = schedule;
  return { ...promotion, conditions: { ...conditions, schedule: { startsAt, endsAt } } };
}

function priced(
  { line, currency, marketCode, timeZone, rulebook }: PromotedInput,
  {
    promotions,
    at,
    basePriceMinor,
  }: { promotions: readonly Promotion[]; at: Temporal.Instant; basePriceMinor: bigint },
) {
  return quote({
    ...{ currency, marketCode, timeZone, now: at, codes: [], usage: NO_USAGE, pricesIncludeTax: true },
    lines: [{ ...line, quantity: 1, basePriceMinor }],
    rulebook: { ...rulebook, promotions },
    taxes: { isExempt: false, rateFor: () => [] },
  }).lines;
}
