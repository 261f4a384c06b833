import { regularisedBeta } from '../../special/incomplete-beta.ts';
import { regularisedGamma } from '../../special/incomplete-gamma.ts';
import { normalQuantile } from '../../special/normal.ts';
import { checkProbability, type Demand, leastWhole } from './demand.ts';
import { certainDemand } from './normal-demand.ts';
import { tabulateCounts } from './tabulated-counts.ts';

// A variance that is above the mean by less than this share of it is Poisson's.
const POISSON_WITHIN = 1e-6;

/**
 * Demand counted in whole units, of a mean and a variance: negative binomial, and Poisson where the variance
 * is not above the mean (a forecast's error is never less than that of counting).
 *
 * @example countDemand(6, 6).quantile(0.8) // 8
 */
export function countDemand(mean: number, variance: number): Demand {
  if (!(mean >= 0 && variance >= 0 && Number.isFinite(mean + variance))) {
    throw new RangeError(`no demand of mean ${mean} and variance ${variance}`);
  }
  const counts = { mean, variance };
  if (mean === 0) return { ...certainDemand(0), counts, chances: () => Float64Array.of(1) };
  const size = (mean * mean) / (variance - mean);
  // So little is wanted that its square is nothing to a computer: Poisson's, too.
  const isPoisson = variance <= mean * (1 + POISSON_WITHIN) || size === 0;
  // P(D ≥ n) of whole n; with `more` of 1 that of D − 1 where each D counts D times (of Poisson's: the same).
  const atLeast = (n: number, more = 0) => {
    if (n <= 0) return 1;
    return isPoisson ? regularisedGamma(n, mean).lower : regularisedBeta(n, size + more, 1 - mean / variance);
  };
  const shortageOfWhole = (n: number) => Math.max(0, mean * atLeast(n, 1) - n * atLeast(n + 1));
  const deviation = Math.sqrt(Math.max(mean, variance));
  return {
    ...{ mean, counts },
    chances: () => tabulateCounts([{ weight: 1, counts }])?.chances,
    cdf: (x) => (x < 0 ? 0 : 1 - atLeast(Math.floor(x) + 1)),
    quantile: (probability) => {
      checkProbability(probability);
      if (probability === 1) return Number.POSITIVE_INFINITY;
      // By what is above, which keeps its digits where little is.
      const guess = mean + deviation * Math.min(8, Math.max(-8, normalQuantile(probability)));
      return leastWhole((n) => -atLeast(n + 1), probability - 1, guess);
    },
    shortage: (x) => {
      if (x <= 0) return mean - x;
      const n = Math.floor(x);
      return Math.max(0, shortageOfWhole(n) - (x - n) * atLeast(n + 1));
    },
  };
}

/** Poisson demand of a mean, in units. */
export function poissonDemand(mean: number): Demand {
  return countDemand(mean, mean);
}
