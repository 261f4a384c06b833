const YEAR = 52;
const HALF = 26;
/** A year against the one before says no more than this of how a group grows. */
const [LEAST, MOST] = [0.4, 2.5];

/**
 * What was to be expected of each week without months and prices: the mean of the year around it, which has every month once;
 * near the ends that of the nearest such week, grown as the weeks of the last year did against the same weeks of the year before.
 * Undefined below 53 weeks: then every month was seen once at most, and growth cannot be told from season.
 */
export function seasonFree(values: Float64Array): Float64Array | undefined {
  const first = values.findIndex((value) => value > 0);
  const known = first < 0 ? values.subarray(values.length) : values.subarray(first);
  if (known.length <= YEAR) return undefined;
  const growth = yearlyGrowth(known);
  const last = known.length - HALF;
  const free = known.map((_, week) => {
    const centre = Math.min(last, Math.max(HALF, week));
    return meanOf(known.subarray(centre - HALF, centre + HALF)) * growth ** ((week - centre) / YEAR);
  });
  const whole = new Float64Array(values.length).fill(Number.NaN);
  whole.set(free, first);
  return whole;
}

/** How many times as much was wanted in the latest weeks as in the same weeks a year before. */
function yearlyGrowth(known: Float64Array): number {
  const weeks = Math.min(YEAR, known.length - YEAR);
  const now = known.subarray(known.length - weeks);
  const before = known.subarray(known.length - weeks - YEAR, known.length - YEAR);
  const [is, was] = [sumOf(now), sumOf(before)];
  return was > 0 ? Math.min(MOST, Math.max(LEAST, is / was)) : 1;
}

function meanOf(values: Float64Array): number {
  return sumOf(values) / Math.max(1, values.length);
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
