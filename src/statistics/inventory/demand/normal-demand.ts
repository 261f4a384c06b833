import { normalCdf, normalQuantile } from '../../special/normal.ts';
import { checkProbability, type Demand } from './demand.ts';

/**
 * G(k) = φ(k) − k(1 − Φ(k)): what a standard normal number is expected to exceed k by, the standard loss
 * function (Snyder and Shen 2019, Fundamentals of Supply Chain Theory, 2nd edition, appendix C).
 *
 * @example normalLoss(0) // 0.3989
 */
export function normalLoss(k: number): number {
  const density = Math.exp((-k * k) / 2) / Math.sqrt(2 * Math.PI);
  // Far out the two terms are nearly equal: Mills' ratio by its continued fraction keeps their difference.
  if (k > 6) return density * (1 - k * millsRatio(k));
  return density - k * normalCdf(-k);
}

/** Normal demand of a mean and a standard deviation, in units. Throws a RangeError for a negative one and for one without end. */
export function normalDemand(mean: number, sd: number): Demand {
  if (!(Number.isFinite(mean + sd) && sd >= 0)) throw new RangeError(`no normal demand: ${mean} ± ${sd}`);
  if (sd === 0) return certainDemand(mean);
  return {
    mean,
    cdf: (x) => normalCdf((x - mean) / sd),
    quantile: (probability) => mean + sd * normalQuantile(probability),
    shortage: (x) => sd * normalLoss((x - mean) / sd),
  };
}

/** Demand that is known. */
export function certainDemand(mean: number): Demand {
  return {
    mean,
    cdf: (x) => (x >= mean ? 1 : 0),
    quantile: (probability) => {
      checkProbability(probability);
      return mean;
    },
    shortage: (x) => Math.max(0, mean - x),
  };
}

/** (1 − Φ(k)) / φ(k) for large k (Abramowitz and Stegun 26.2.14). */
function millsRatio(k: number): number {
  let fraction = k;
  for (let n = 60; n >= 1; n -= 1) fraction = k + n / fraction;
  return 1 / fraction;
}
