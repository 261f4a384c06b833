import { checkBreaks, type DiscountKind, type PriceBreaks, purchaseCost } from '../ordering/price-breaks.ts';
import { economicOrderQuantity, type OrderSize } from './economic-order-quantity.ts';

export type DiscountedDemand = {
  readonly fixedCost: number;
  /** Of a unit for a unit of time, as a share of what it cost. */
  readonly holdingShare: number;
  readonly demandRate: number;
  readonly prices: PriceBreaks;
};

/**
 * The economic order quantity under a discount of all units, or of those from a break on; the cost is that of
 * purchase, ordering and holding in a unit of time. Snyder and Shen (2019), chapter 3, example 3.5. Not
 * rounded: see `bestOrder` for whole units, packs and minimums.
 *
 * @example See textbook.test.ts: breaks 0/400/800 at .75/.72/.68, i = .3, K = 8, λ = 1300: 800 units, 978.60
 */
export function discountedOrderQuantity(demand: DiscountedDemand, kind: DiscountKind): OrderSize {
  const { prices } = demand;
  checkBreaks(prices);
  const sizes = prices
    .map((_, index) => bestAtPrice(demand, kind, index))
    .filter((size) => size !== undefined);
  const best = Math.min(...sizes.map(({ cost }) => cost));
  const [first] = sizes.filter(({ cost }) => cost === best);
  if (first === undefined) throw new RangeError('no order quantity at any price');
  return first;
}

/** The best quantity that has the price of a break, or undefined where the next break is always better. */
function bestAtPrice(demand: DiscountedDemand, kind: DiscountKind, index: number): OrderSize | undefined {
  const { fixedCost, holdingShare, demandRate, prices } = demand;
  const price = prices[index];
  if (price === undefined) return undefined;
  const { from, unitCost } = price;
  // What the units before the break cost more than at its price is like a cost of each order.
  const extra = kind === 'incremental' && index > 0 ? purchaseCost(prices, kind, from) - unitCost * from : 0;
  const { quantity } = economicOrderQuantity({
    ...{ fixedCost: fixedCost + extra, holdingCost: holdingShare * unitCost, demandRate },
  });
  const next = prices[index + 1]?.from ?? Number.POSITIVE_INFINITY;
  if (quantity >= next) return undefined;
  // The break itself may be worth it.
  const units = Math.max(quantity, from);
  if (units === 0) return { quantity: 0, cost: 0 };
  const ordering = ((fixedCost + extra) * demandRate) / units;
  const holding = (holdingShare * (extra + unitCost * units)) / 2;
  return { quantity: units, cost: unitCost * demandRate + ordering + holding };
}
