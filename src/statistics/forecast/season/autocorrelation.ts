/** One in twenty on one side, as the M4 benchmarks test it. */
const SIGNIFICANT = 1.6448536269514722;
const CYCLES = 2;

/**
 * The autocorrelations of a series at lags 1 to `lags` (Box and Jenkins 1976, "Time series analysis", section
 * 2.1.5): Σ of products of deviations `lag` apart over Σ of their squares. Pairs with a period of NaN are
 * left out. All 0 of a constant or empty series.
 */
export function autocorrelations(values: ArrayLike<number>, lags: number): Float64Array {
  const { deviations, squares } = centred(values);
  return new Float64Array(lags).map((_, index) => {
    return squares > 0 ? productsAt(deviations, index + 1) / squares : 0;
  });
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
  const { deviations, squares } = centred(values);
  const alike = squares > 0 ? productsAt(deviations, length) / squares : 0;
  // What is not significant without any lag before is not with them, which are the work.
  if (!(alike > SIGNIFICANT * Math.sqrt(1 / known))) return false;
  const before = autocorrelations(values, length - 1).reduce((total, r) => total + 2 * r * r, 1);
  return alike > SIGNIFICANT * Math.sqrt(before / known);
}

function centred(values: ArrayLike<number>) {
  const series = Float64Array.from(values);
  const known = series.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((total, value) => total + value, 0) / known.length;
  // What is not known deviates by nothing, and so adds nothing to any sum.
  const deviations = series.map((value) => (Number.isNaN(value) ? 0 : value - mean));
  return { deviations, squares: deviations.reduce((total, value) => total + value * value, 0) };
}

function productsAt(deviations: Float64Array, lag: number): number {
  let products = 0;
  for (let period = lag; period < deviations.length; period += 1) {
    products += (deviations[period] ?? 0) * (deviations[period - lag] ?? 0);
  }
  return products;
}
