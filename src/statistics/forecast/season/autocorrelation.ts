import { at } from '../../series.ts';

/** One in twenty on one side, as the M4 benchmarks test it. */
const SIGNIFICANT = 1.6448536269514722;
const CYCLES = 2;

/**
 * The autocorrelations of a series at lags 1 to `lags` (Box and Jenkins 1976, "Time series analysis", section
 * 2.1.5): Σ of products of deviations `lag` apart over Σ of their squares. Pairs with a period of NaN are
 * left out. All 0 of a constant or empty series.
 */
export function autocorrelations(values: ArrayLike<number>, lags: number): Float64Array {
  const known = Float64Array.from(values).filter((value) => !Number.isNaN(value));
  const mean = known.reduce((total, value) => total + value, 0) / known.length;
  // What is not known deviates by nothing, and so adds nothing to any sum.
  const deviations = Float64Array.from(values).map((value) => (Number.isNaN(value) ? 0 : value - mean));
  const squares = deviations.reduce((total, value) => total + value * value, 0);
  const found = new Float64Array(lags);
  if (!(squares > 0)) return found;
  for (let lag = 1; lag <= lags; lag += 1) {
    let products = 0;
    for (let period = lag; period < deviations.length; period += 1) {
      products += (deviations[period] ?? 0) * (deviations[period - lag] ?? 0);
    }
    found[lag - 1] = products / squares;
  }
  return found;
}

/**
 * Whether periods a season apart are alike beyond chance: |r_m| > 1.645 √((1 + 2 Σ r²) / n) over the lags
 * below m, with Bartlett's standard error, as `SeasonalityTest` of the M4 benchmarks (Makridakis, Spiliotis
 * and Assimakopoulos 2020, "The M4 competition", Int. J. Forecasting 36), where here periods apart must be
 * alike, not opposed. False with fewer than two seasons of known periods. The trend should be taken out
 * before: a trend alone makes periods alike.
 */
export function isSeasonal(values: ArrayLike<number>, length: number): boolean {
  const known = Float64Array.from(values).filter((value) => !Number.isNaN(value)).length;
  if (known < CYCLES * length) return false;
  const found = autocorrelations(values, length);
  const before = found.subarray(0, -1).reduce((total, r) => total + 2 * r * r, 1);
  return at(found, length - 1) > SIGNIFICANT * Math.sqrt(before / known);
}
