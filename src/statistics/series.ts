/**
 * The element at `index`. Throws a RangeError outside of the series: a wrong index is a mistake, never a
 * zero.
 */
export function at(values: ArrayLike<number>, index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError(`no element ${index} in a series of ${values.length}`);
  return value;
}

/** Σ values, compensated (Neumaier 1974, "Rundungsfehleranalyse", algorithm IV); 0 of none. */
export function sum(values: Iterable<number>): number {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** Arithmetic mean; NaN of none. */
export function mean(values: ArrayLike<number> & Iterable<number>): number {
  return sum(values) / values.length;
}

/** Unbiased sample variance, denominator n − 1; NaN of fewer than two. */
export function variance(values: ArrayLike<number> & Iterable<number>): number {
  if (values.length < 2) return Number.NaN;
  const centre = mean(values);
  return sum(Array.from(values, (value) => (value - centre) ** 2)) / (values.length - 1);
}

/** Ascending copy. */
export function sorted(values: Iterable<number>): Float64Array {
  return Float64Array.from(values).sort();
}

/**
 * The `probability` quantile of an ascending series, interpolated linearly between order statistics:
 * definition 7 of Hyndman and Fan (1996), "Sample quantiles in statistical packages", The American
 * Statistician 50(4). NaN of none.
 */
export function quantileOfSorted(ascending: ArrayLike<number>, probability: number): number {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`${probability} is no probability`);
  if (ascending.length === 0) return Number.NaN;
  const place = (ascending.length - 1) * probability;
  const below = Math.floor(place);
  const low = at(ascending, below);
  return below === place ? low : low + (place - below) * (at(ascending, below + 1) - low);
}

/** Middle of the series; NaN of none. */
export function median(values: Iterable<number>): number {
  return quantileOfSorted(sorted(values), 0.5);
}

/**
 * Median absolute deviation from the median, times 1.4826 so that it estimates the standard deviation of
 * normal values (Rousseeuw and Croux 1993, "Alternatives to the median absolute deviation", JASA 88). NaN of
 * none.
 */
export function medianAbsoluteDeviation(values: ArrayLike<number> & Iterable<number>): number {
  const centre = median(values);
  return 1.482602218505602 * median(Array.from(values, (value) => Math.abs(value - centre)));
}
