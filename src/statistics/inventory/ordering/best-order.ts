import {
  type CostOfOrder,
  costOfOrder,
  horizonOf,
  type OrderCost,
  type OrderQuestion,
} from './cost-of-order.ts';
import { orderQuantity, sizesOf } from './order-quantity.ts';
import { checkBreaks } from './price-breaks.ts';
import { type Quantities, searchQuantities } from './search-quantities.ts';

/** A quantity that was weighed, and what it costs more than the best. */
export type OrderCandidate = OrderCost & { readonly extraCost: number };

export type OrderAdvice = {
  /** Whether the position is at or below the reorder point, and anything is wanted. */
  readonly isDue: boolean;
  /** What to order; 0 where nothing is due or no quantity is within the sizes. */
  readonly quantity: number;
  /**
   * Whether ordering costs less than never having any: false of a minimum that lasts for years. Then
   * `quantity` is still the best there is.
   */
  readonly isWorthwhile: boolean;
  /** What was weighed, by quantity: just enough, and the best at each price that is reached. */
  readonly candidates: readonly OrderCandidate[];
};

/**
 * How much to order now, within minimum, pack, maximum, price breaks and shelf life: the quantity of least
 * cost(q) − g · days(q), where g is the least cost a day of orders placed at the reorder point, so that a
 * quantity that lasts longer is credited with the days it lasts (relative values of Howard 1960, Dynamic
 * Programming and Markov Processes, chapter 7: one step of improvement on always ordering alike). Without
 * noise and at the reorder point it is the economic order quantity, and that with all-units or incremental
 * discounts. Quantities are searched at each price by itself (`searchQuantities`).
 *
 * Nothing is ordered where nothing is due; where nothing is wanted in the whole horizon, only what is
 * promised.
 */
export function bestOrder(question: OrderQuestion): OrderAdvice {
  checkBreaks(question.prices);
  const { position, reorderPoint, sizes } = question;
  const enough = orderQuantity({ position, level: reorderPoint }, sizes).quantity;
  const { least, most } = sizesOf(sizes);
  // At the reorder point itself nothing is missing yet: one is due where more is wanted at all.
  const isWanted = question.forecast.meanOver(horizonOf(question)) > 0;
  const isDue = position < reorderPoint || (position === reorderPoint && isWanted);
  if (!isDue || most < least) return { isDue, quantity: 0, isWorthwhile: true, candidates: [] };
  const cost = costOfOrder(question);
  const first = Math.max(enough, least);
  if (!isWanted) {
    const only = { ...cost(position, first), extraCost: 0 };
    return { isDue, quantity: first, isWorthwhile: true, candidates: [only] };
  }
  return weighed(question, cost, first);
}

/** The least cost a day of ordering again and again at the reorder point. */
export function leastCostPerDay(question: OrderQuestion, cost: CostOfOrder): number {
  const { reorderPoint, sizes } = question;
  const perDay = (quantity: number) => {
    const { total, coverDays } = cost(reorderPoint, quantity);
    return total / coverDays;
  };
  return Math.min(
    ...bestOfEachPrice(question, { position: reorderPoint, least: sizesOf(sizes).least }, perDay).map(perDay),
  );
}

function weighed(question: OrderQuestion, cost: CostOfOrder, enough: number): OrderAdvice {
  const { position, sizes, prices, costs, forecast } = question;
  const perDay = leastCostPerDay(question, cost);
  const relative = (quantity: number) => {
    const { total, coverDays } = cost(position, quantity);
    return total - perDay * coverDays;
  };
  // Less than what is missing would break the service that the reorder point stands for.
  const least = Math.min(enough, sizesOf(sizes).most);
  const found = bestOfEachPrice(question, { position, least }, relative);
  const quantities = [...new Set([least, ...found])].sort((one, other) => one - other);
  const best = Math.min(...quantities.map(relative));
  const candidates = quantities.map((quantity) => {
    return { ...cost(position, quantity), extraCost: relative(quantity) - best };
  });
  // Of equals the smallest: it ties up less.
  const quantity = candidates.find(({ extraCost }) => extraCost <= 0)?.quantity ?? 0;
  const horizon = horizonOf(question);
  const wantedPerDay = forecast.meanOver(horizon) / horizon;
  // Who never has any loses the margin of all, and buys none.
  const without = wantedPerDay * (costs.perUnitShort + (prices[0]?.unitCost ?? 0));
  return { isDue: true, quantity, isWorthwhile: perDay < without, candidates };
}

/** The best quantity at each price that is within the sizes, from a position on. */
function bestOfEachPrice(
  question: OrderQuestion,
  { position, least }: { readonly position: number; readonly least: number },
  value: (quantity: number) => number,
): number[] {
  const { prices, sizes, reorderPoint, forecast, shelfLife } = question;
  const { pack, most } = sizesOf(sizes);
  const horizon = Math.min(horizonOf(question), shelfLife?.days ?? Number.POSITIVE_INFINITY);
  const lasting = Math.ceil(Math.max(0, reorderPoint - position) + forecast.meanOver(horizon));
  return prices.flatMap(({ from }, index) => {
    const below = prices[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    const start = Math.max(least, Math.ceil(from / pack) * pack);
    // Beyond what lasts for the whole horizon only the start of a better price can be worth it.
    const end = Math.min(most, below - 1, Math.max(start, Math.ceil(lasting / pack) * pack));
    const within: Quantities = { from: start, to: Math.floor(end / pack) * pack, step: pack };
    return within.from <= within.to ? [searchQuantities(value, within)] : [];
  });
}
