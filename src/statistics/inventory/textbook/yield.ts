import { uniformDemand } from '../demand/uniform-demand.ts';
import {
  checkSteady,
  economicOrderQuantity,
  type OrderSize,
  type SteadyDemand,
} from './economic-order-quantity.ts';
import { type NewsvendorCosts, type NewsvendorLevel, newsvendor } from './newsvendor.ts';

/** What comes of an order: a mean and a standard deviation, in units or as a share of it. */
export type Yield = { readonly mean: number; readonly sd: number };

/**
 * The order quantity where a random number of units more (or less) comes than was ordered, whatever the
 * order: √(2Kλ/h + σ²) − µ (Snyder and Shen 2019, chapter 9, example 9.4).
 *
 * @example See textbook.test.ts: 230,246 where on the mean 15,000 are missing
 */
export function orderQuantityOfAdditiveYield(steady: SteadyDemand, { mean, sd }: Yield): OrderSize {
  const { holdingCost } = checkSteady(steady);
  if (!(sd >= 0 && Number.isFinite(mean + sd))) throw new RangeError(`${mean} ± ${sd} more come`);
  const received = Math.hypot(economicOrderQuantity(steady).quantity, sd);
  return { quantity: received - mean, cost: holdingCost * received };
}

/**
 * The order quantity where a random share of it comes: √(2Kλ/(h(µ² + σ²))), which costs √(2Kλh(µ² + σ²))/µ
 * (Snyder and Shen 2019, chapter 9, example 9.5).
 */
export function orderQuantityOfShareYield(steady: SteadyDemand, { mean, sd }: Yield): OrderSize {
  if (!(mean > 0 && sd >= 0 && Number.isFinite(mean + sd)))
    throw new RangeError(`${mean} ± ${sd} of an order comes`);
  const { quantity, cost } = economicOrderQuantity(steady);
  const size = Math.hypot(mean, sd);
  return { quantity: quantity / size, cost: (cost * size) / mean };
}

/**
 * How much to order for demand that is known, where between `from` and `to` units more come than were
 * ordered, all alike: a newsvendor whose demand is what has to be ordered (Snyder and Shen 2019, chapter 9,
 * example 9.6).
 */
export function newsvendorOfAdditiveYield(
  demand: number,
  { from, to }: { readonly from: number; readonly to: number },
  costs: NewsvendorCosts,
): NewsvendorLevel {
  return newsvendor(uniformDemand(demand - to, demand - from), costs);
}
