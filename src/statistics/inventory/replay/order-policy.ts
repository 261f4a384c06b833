import { type OrderSizes, orderQuantity } from '../ordering/order-quantity.ts';
import type { StockLevels } from '../ordering/stock-levels.ts';

/**
 * What is ordered in the morning of a day, of the position (on hand + on order − backordered) then; 0 for
 * nothing.
 */
export type OrderPolicy = (day: number, position: number) => number;

/**
 * (r, Q): as soon as the position is at r or below, as many times Q as bring it above. Units; Q > 0.
 */
export function fixedQuantityPolicy(reorderPoint: number, quantity: number): OrderPolicy {
  if (!(quantity > 0)) throw new RangeError(`orders of ${quantity}`);
  return (_day, position) =>
    position > reorderPoint ? 0 : (Math.floor((reorderPoint - position) / quantity) + 1) * quantity;
}

/**
 * (s, S), the min and max of shop programs: as soon as the position is at the minimum or below, up to the
 * maximum.
 */
export function minMaxPolicy(minimum: number, maximum: number): OrderPolicy {
  if (!(maximum >= minimum)) throw new RangeError(`a minimum of ${minimum} above a maximum of ${maximum}`);
  return (_day, position) => (position > minimum ? 0 : maximum - position);
}

/**
 * Levels of each review, as `stockLevels` makes them of the forecast of that day: at each review, where the
 * position is at or below the reorder point, up to the order-up-to level, in the supplier's sizes. `levelsOn`
 * is asked only on days of review, and must know no more than what was known that morning.
 *
 * @param reviewDays days between reviews, ≥ 1; the first is day `firstReview` (0)
 */
export function forecastPolicy(
  levelsOn: (day: number) => Pick<StockLevels, 'reorderPoint' | 'orderUpTo'>,
  {
    reviewDays,
    firstReview = 0,
    sizes = {},
  }: { readonly reviewDays: number; readonly firstReview?: number; readonly sizes?: OrderSizes },
): OrderPolicy {
  if (!(Number.isSafeInteger(reviewDays) && reviewDays >= 1)) {
    throw new RangeError(`a review each ${reviewDays} days`);
  }
  return (day, position) => {
    if (day < firstReview || (day - firstReview) % reviewDays !== 0) return 0;
    const { reorderPoint, orderUpTo } = levelsOn(day);
    return position > reorderPoint ? 0 : orderQuantity({ position, level: orderUpTo }, sizes).quantity;
  };
}
