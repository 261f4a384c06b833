import { countDemand } from '../../inventory/demand/count-demand.ts';
import type { Demand } from '../../inventory/demand/demand.ts';
import type { Counts } from '../../inventory/demand/tabulated-counts.ts';

/**
 * Least size of the negative binomial of a forecast. Errors that are larger than a mean would make them say that the mean is
 * wrong, not that nearly always nothing and once a great many is wanted.
 */
const LEAST_SIZE = 0.15;

/**
 * Demand in whole units of a forecast and the variance of its error: negative binomial, Poisson where the variance is not above
 * the mean. With a mean that is held and a variance that grows, quantiles of the negative binomial fall to 0: what is less sure
 * would need less stock. So where its size µ² / (σ² − µ) were below 0.15 the quantiles are those of the mean that has this size,
 * µ = (√(s² + 4 s σ²) − s) / 2: what goes quiet may come back. `mean` stays the forecast's. 0.15 is of one half of the articles of
 * Online Retail, shown on the other (docs/forecasting.md).
 *
 * @example countsOfForecast(0.5, 100).quantile(0.95) // 21; of the negative binomial itself 0
 */
export function countsOfForecast(mean: number, variance: number): Demand {
  const counts = forecastCounts(mean, variance);
  return { ...countDemand(counts.mean, counts.variance), mean };
}

/** What these counts are of: mean and variance of their negative binomial. */
export function forecastCounts(mean: number, variance: number): Counts {
  if (mean === 0) return { mean: 0, variance: 0 };
  const least = (Math.sqrt(LEAST_SIZE * (LEAST_SIZE + 4 * variance)) - LEAST_SIZE) / 2;
  const level = Math.max(mean, least);
  return { mean: level, variance: Math.max(variance, level) };
}
