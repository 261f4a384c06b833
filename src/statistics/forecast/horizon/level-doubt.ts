import { countsOfForecast } from './counts-of-forecast.ts';
import type { ErrorVariances } from './error-variances.ts';

/** What was said of the sum of some periods, and what came. */
export type Foretold = {
  readonly mean: number;
  /** Of the error, without doubt of the level. */
  readonly variance: number;
  readonly actual: number;
  /** How much it counts: less the longer ago it was, say. */
  readonly weight: number;
};

const ENOUGH = 0.95;
/** Nobody doubts a level by more: beyond, what a few articles ask would be paid for by all. */
const MOST = 0.6;
/** Halvings of the range that is searched: to a hundredth. */
const STEPS = 6;

/**
 * By what share the level of all items together is in doubt, so that what was said to be enough with 95 % would have been
 * enough in 95 % of what was foretold: the least d in [0, 0.6] for which √(σ² + (d µ)²) does it. Items of a shop move together
 * (a season that one year of data does not know, a spring that is late), which no item's own past shows. A nested conformal
 * prediction (Gupta, Kuchibhotla and Ramdas 2022, "Nested conformal prediction and quantile out-of-bag ensemble methods", Pattern
 * Recognition 127, section 2), its cases weighted as they are near in time (Barber, Candès, Ramdas and Tibshirani 2023,
 * "Conformal prediction beyond exchangeability", Annals of Statistics 51, equation 10), which follows a world that changes as Gibbs and
 * Candès (2021) do. Items that nothing is expected of do not count. Of fewer than 19 cases nothing can be said, and it is 0.
 */
export function levelDoubt(foretold: readonly Foretold[]): number {
  const cases = foretold.filter(({ mean, weight }) => mean > 0 && weight > 0);
  const all = cases.reduce((total, { weight }) => total + weight, 0);
  const own = Math.max(0, ...cases.map(({ weight }) => weight));
  // The one that is to come counts as well, and may be the one that is not held.
  const needed = ENOUGH * (all + own);
  if (needed > all) return 0;
  const holds = (doubt: number) =>
    cases.reduce((total, one) => total + (isHeld(one, doubt) ? one.weight : 0), 0) >= needed;
  if (holds(0)) return 0;
  let [low, high] = [0, MOST];
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function isHeld({ mean, variance, actual }: Foretold, doubt: number): boolean {
  // No more came than the quantile where less than that is not likely enough.
  const demand = countsOfForecast(mean, variance + (doubt * mean) ** 2);
  return demand.cdf(Math.ceil(actual) - 1) < ENOUGH;
}

/** The variances of a forecast whose level may be off by a share of itself, all periods together. */
export function withLevelDoubt<
  Forecast extends { readonly means: Float64Array; readonly variances: ErrorVariances },
>(forecast: Forecast, share: number): Forecast {
  const { means, variances } = forecast;
  const sums = doubtedSums(variances.sums, means, share);
  const each = variances.each.map((variance, step) => variance + (share * (means[step] ?? 0)) ** 2);
  return { ...forecast, variances: { each, sums } };
}

/** The variances of sums of the first so many periods, whose level may be off by a share of itself. */
export function doubtedSums(variances: Float64Array, means: Float64Array, share: number): Float64Array {
  let total = 0;
  return variances.map((variance, step) => {
    total += means[step] ?? 0;
    return variance + (share * total) ** 2;
  });
}
