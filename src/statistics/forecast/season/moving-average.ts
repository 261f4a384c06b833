import { at } from '../../series.ts';

/**
 * The centred moving average over one season, its two ends weighted half where the season is even (the 2×m
 * average of the classical decomposition: Kendall and Stuart 1966, "The advanced theory of statistics",
 * volume 3, section 46). Periods of NaN are left out of the average; NaN in the first and last half season
 * and where less than half of the weight is known.
 */
export function centredAverage(values: ArrayLike<number>, length: number): Float64Array {
  const half = Math.floor(length / 2);
  const end = length % 2 === 0 ? 0.5 : 1;
  const average = new Float64Array(values.length).fill(Number.NaN);
  if (values.length < 2 * half + 1) return average;
  const totals = runningTotals(values, (value) => value);
  const counts = runningTotals(values, () => 1);
  const windowed = (running: Float64Array, centre: number) => {
    const [low, high] = [centre - half, centre + half];
    const inner = at(running, high) - at(running, low + 1);
    const first = at(running, low + 1) - at(running, low);
    const last = at(running, high + 1) - at(running, high);
    return inner + end * (first + last);
  };
  for (let centre = half; centre < values.length - half; centre += 1) {
    const weight = windowed(counts, centre);
    if (weight >= length / 2) average[centre] = windowed(totals, centre) / weight;
  }
  return average;
}

/** One element more than the series: the total of the known periods before each. */
function runningTotals(values: ArrayLike<number>, amount: (value: number) => number): Float64Array {
  const totals = new Float64Array(values.length + 1);
  for (let period = 0; period < values.length; period += 1) {
    const value = at(values, period);
    totals[period + 1] = at(totals, period) + (Number.isNaN(value) ? 0 : amount(value));
  }
  return totals;
}
