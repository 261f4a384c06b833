import { type Interval, tailOf } from '../interval.ts';
import type { Uniform } from '../sampling/draw.ts';
import { at, mean, quantileOfSorted } from '../series.ts';
import { normalCdf, normalQuantile } from '../special/normal.ts';

/**
 * A number computed from units, each of which counts as often as `weights` says: the i-th unit weights[i]
 * times.
 */
export type Statistic = (weights: ArrayLike<number>) => number;

export type BootstrapOptions = {
  readonly confidence: number;
  /** `percentile` is quantiles of the resampled statistic; `bca` also mends its bias and skewness. */
  readonly method: 'percentile' | 'bca';
  readonly resamples?: number;
};

/**
 * A statistic of n independent units with its bootstrap interval: percentile (Efron and Tibshirani 1993, An
 * Introduction to the Bootstrap, equation 13.5) or BCa (Efron 1987, "Better bootstrap confidence intervals",
 * JASA 82; equations 14.9 to 14.15 of the book). BCa leaves out each unit once and needs n + 2,000
 * evaluations. Undefined for fewer than two units.
 *
 * @example bootstrapInterval(random.next, values.length, weightedRatio(values, counts), { confidence: 0.95, method: 'bca' })
 */
export function bootstrapInterval(
  uniform: Uniform,
  units: number,
  statistic: Statistic,
  { confidence, method, resamples = 2_000 }: BootstrapOptions,
): Interval | undefined {
  if (units < 2) return undefined;
  const all = new Float64Array(units).fill(1);
  const estimate = statistic(all);
  const replicates = Float64Array.from({ length: resamples }, () =>
    statistic(resample(uniform, units)),
  ).sort();
  const tail = tailOf(confidence);
  const place =
    method === 'bca'
      ? correctedPlace(replicates, estimate, acceleration(units, statistic))
      : (probability: number) => probability;
  return {
    estimate,
    low: quantileOfSorted(replicates, place(tail)),
    high: quantileOfSorted(replicates, place(1 - tail)),
    confidence,
  };
}

/** The statistic Σ wy / Σ wx: a ratio of two means. */
export function weightedRatio(y: ArrayLike<number>, x: ArrayLike<number>): Statistic {
  return (weights) => {
    let [above, below] = [0, 0];
    for (let unit = 0; unit < weights.length; unit += 1) {
      const weight = at(weights, unit);
      above += weight * at(y, unit);
      below += weight * at(x, unit);
    }
    return above / below;
  };
}

/** The acceleration â of equation 14.15, from the statistic without each unit in turn. */
export function acceleration(units: number, statistic: Statistic): number {
  const weights = new Float64Array(units).fill(1);
  const without = weights.map((_, unit) => statistic(weights.with(unit, 0)));
  const centre = mean(without);
  let [square, cube] = [0, 0];
  for (const value of without) {
    square += (centre - value) ** 2;
    cube += (centre - value) ** 3;
  }
  return square > 0 ? cube / (6 * square ** 1.5) : 0;
}

function resample(uniform: Uniform, units: number): Float64Array {
  const weights = new Float64Array(units);
  for (let draw = 0; draw < units; draw += 1) {
    const unit = Math.floor(uniform() * units);
    weights[unit] = (weights[unit] ?? 0) + 1;
  }
  return weights;
}

/** Equation 14.10: which quantile of the replicates is to be taken for a probability. */
function correctedPlace(
  replicates: Float64Array,
  estimate: number,
  skew: number,
): (probability: number) => number {
  const below = replicates.filter((replicate) => replicate < estimate).length;
  const equal = replicates.filter((replicate) => replicate === estimate).length;
  const bias = normalQuantile((below + equal / 2) / replicates.length);
  // All replicates on one side: there is no bias to be told, and the percentile stands.
  if (!Number.isFinite(bias)) return (probability) => probability;
  return (probability) => {
    const moved = bias + normalQuantile(probability);
    return normalCdf(bias + moved / (1 - skew * moved));
  };
}
