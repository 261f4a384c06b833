import { meanInterval, type Sample, sum } from '../../../statistics/index.ts';

/** What was not sold because there was nothing, in pieces. */
export type LostSales = { readonly pieces: number; readonly low: number; readonly high: number };

const CONFIDENCE = 0.9;
const NEAR_DAYS = 56;
/** With fewer days of stock beside a gap nothing is known of what would have been wanted in it. */
const LEAST_DAYS = 7;

/**
 * Lost sales of days without stock: what was wanted on a day that had some, times the days that had none. Each gap is
 * judged by the days near it (eight weeks to both sides), so that an outage in December counts December's demand.
 * The interval is Student's of that mean, at 90 %; it does not know that shoppers wait and come back.
 *
 * @param units by day; NaN: nothing was there
 * @returns nothing where a gap has too few days beside it
 */
export function lostSales(units: readonly number[]): LostSales | undefined {
  const total = { pieces: 0, low: 0, high: 0 };
  for (const { from, to } of gapsIn(units)) {
    const near = units
      .slice(Math.max(from - NEAR_DAYS, 0), to + 1 + NEAR_DAYS)
      .filter((of) => !Number.isNaN(of));
    if (near.length < LEAST_DAYS) return undefined;
    const days = to - from + 1;
    const sample = sampleOf(near);
    const interval = meanInterval(sample, CONFIDENCE);
    total.pieces += sample.mean * days;
    total.low += Math.max(interval?.low ?? 0, 0) * days;
    total.high += (interval?.high ?? sample.mean) * days;
  }
  return total;
}

type Gap = { readonly from: number; readonly to: number };

function gapsIn(units: readonly number[]): Gap[] {
  const gaps: { from: number; to: number }[] = [];
  for (const [day, of] of units.entries()) {
    if (!Number.isNaN(of)) continue;
    const last = gaps.at(-1);
    if (last?.to === day - 1) last.to = day;
    else gaps.push({ from: day, to: day });
  }
  return gaps;
}

function sampleOf(days: readonly number[]): Sample {
  const count = days.length;
  const mean = sum(days) / count;
  return { count, mean, variance: sum(days.map((of) => (of - mean) ** 2)) / (count - 1) };
}
