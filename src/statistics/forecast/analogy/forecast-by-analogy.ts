import { at } from '../../series.ts';
import { isCounted } from '../demand/forecast-demand.ts';
import { type ItemForecast, nothingWanted } from '../demand/item-forecast.ts';

/** A product that was new once: its demand from its first period on, NaN where not known. */
export type Analogue = { readonly similarity: number; readonly values: ArrayLike<number> };

export type AnalogyForecast = ItemForecast & {
  /** How much of it is what similar products did, in [0, 1]; the rest is its own past. */
  readonly share: number;
  /** Similar products that it stands on. */
  readonly like: number;
};

/** Fewer similar products say nothing of how different they are. */
const FEWEST = 3;
const LEAST_SIMILAR = 0.3;

/**
 * A new product by those that are like it: a weighted mean of their demand at the same age (weights:
 * similarity squared), times how much better or worse than it the product has done so far, shrunk towards 1
 * by credibility Z = n / (n + k) (Bühlmann 1967, "Experience rating and credibility", ASTIN Bulletin 4): n is
 * what the similar ones had wanted by its age, k the variance of counting over that between products, so that
 * its own past weighs more with every period, the sooner the more is sold. Variances: that of the products'
 * ratios, (1 − Z) of which is left, over all periods together, and that of counting, as uneven as the similar
 * ones were. `own`: the product's demand so far, NaN where it was not to be had; may be empty. Undefined with
 * fewer than three similar products (similarity of 0.3 and more) that were once as old as the horizon's end,
 * or where these never sold.
 */
export function forecastByAnalogy(
  own: ArrayLike<number>,
  analogues: readonly Analogue[],
  horizon: number,
): AnalogyForecast | undefined {
  const age = own.length;
  const alike = analogues.filter(
    ({ similarity, values }) => similarity >= LEAST_SIMILAR && values.length >= age + horizon,
  );
  const profile = profileOf(alike, age + horizon);
  const scale = profile.reduce((total, mean) => total + mean, 0);
  if (alike.length < FEWEST || !(scale > 0)) return undefined;
  const { spread, dispersion } = differences(alike, profile);
  const { expected, wanted } = soFar(own, profile);
  const weight = spread > 0 ? expected / (expected + dispersion / spread) : 1;
  const ratio = expected > 0 ? 1 + weight * (wanted / expected - 1) : 1;
  const ahead = profile.subarray(age);
  const means = ahead.map((mean) => ratio * mean);
  return {
    means,
    variances: variancesOf(ahead, means, { left: (1 - weight) * spread, dispersion }),
    isCounted: alike.every(({ values }) => isCounted(values)) && isCounted(own),
    share: 1 - weight,
    like: alike.length,
  };
}

/** The weighted mean at each age, of the products that are known at it. */
function profileOf(alike: readonly Analogue[], periods: number): Float64Array {
  return new Float64Array(periods).map((_, period) => {
    let [total, weights] = [0, 0];
    for (const { similarity, values } of alike) {
      const value = at(values, period);
      if (Number.isNaN(value)) continue;
      total += similarity ** 2 * value;
      weights += similarity ** 2;
    }
    return weights > 0 ? total / weights : 0;
  });
}

/**
 * The variance of the products' ratios to the profile, that of counting taken out, and how uneven they are
 * around their own.
 */
function differences(alike: readonly Analogue[], profile: Float64Array) {
  const found = alike.map(({ values }) => {
    const { expected, wanted } = soFar(values, profile);
    return { values, expected, ratio: expected > 0 ? wanted / expected : 1 };
  });
  let [squares, periods] = [0, 0];
  for (const { values, ratio } of found) {
    for (const [period, mean] of profile.entries()) {
      const off = at(values, period) - ratio * mean;
      if (Number.isNaN(off) || !(ratio * mean > 0)) continue;
      squares += (off * off) / (ratio * mean);
      periods += 1;
    }
  }
  const dispersion = Math.max(1, squares / Math.max(1, periods - found.length));
  const centre = found.reduce((total, { ratio }) => total + ratio, 0) / found.length;
  const raw = found.reduce((total, { ratio }) => total + (ratio - centre) ** 2, 0) / (found.length - 1);
  const counting = found.reduce((total, { expected }) => total + dispersion / Math.max(expected, 1), 0);
  return { dispersion, spread: Math.max(0.01, raw - counting / found.length) };
}

function soFar(values: ArrayLike<number>, profile: Float64Array) {
  let [expected, wanted] = [0, 0];
  for (let period = 0; period < Math.min(values.length, profile.length); period += 1) {
    const value = at(values, period);
    if (Number.isNaN(value)) continue;
    expected += at(profile, period);
    wanted += value;
  }
  return { expected, wanted };
}

function variancesOf(
  profile: Float64Array,
  means: Float64Array,
  { left, dispersion }: { readonly left: number; readonly dispersion: number },
) {
  const { variances } = nothingWanted(means.length);
  let [total, scale] = [0, 0];
  for (const [step, mean] of means.entries()) {
    const one = at(profile, step);
    total += mean;
    scale += one;
    variances.each[step] = dispersion * mean + left * one * one;
    variances.sums[step] = dispersion * total + left * scale * scale;
  }
  return variances;
}
