import type { LearntItem } from './item.ts';

/** The demand of an item by week; NaN where it is not known. */
export type WeeklyDemand = {
  readonly values: Float64Array;
  /** Days of the last 52 weeks on which it was out of stock. */
  readonly daysOut: number;
};

/** A week of which less was open to sales says too little of all of it. */
const LEAST_KNOWN = 0.5;
const YEAR_DAYS = 364;

/**
 * Pieces by week. Days out of stock are missing: of a week that is known to half or more, by its weekdays' shares, the rest is
 * taken to be alike; of less nothing is known. What was wanted on a day that counts as out of stock was there to be had: that
 * day is known.
 *
 * @param weekdays shares of Monday to Sunday, their sum 1
 */
export function weeklyDemand(
  { days, pieces, outs, since }: Pick<LearntItem, 'days' | 'pieces' | 'outs' | 'since'>,
  weekdays: readonly number[],
  weeks: number,
): WeeklyDemand {
  const values = new Float64Array(weeks);
  const known = new Float64Array(weeks).fill(1);
  /** Days that are known, and those that are taken out already: stretches may share a day. */
  const isDone = new Uint8Array(7 * weeks);
  for (let index = 0; index < days.length; index += 1) {
    const day = days[index] ?? 0;
    const week = Math.floor(day / 7);
    if (week >= weeks) continue;
    values[week] = (values[week] ?? 0) + (pieces[index] ?? 0);
    isDone[day] = 1;
  }
  let daysOut = 0;
  const last = weeks * 7 - 1;
  const close = (day: number) => {
    const week = Math.floor(day / 7);
    isDone[day] = 1;
    known[week] = (known[week] ?? 0) - (weekdays[day % 7] ?? 0);
  };
  for (let day = 0; day < Math.min(since, last + 1); day += 1) if (isDone[day] !== 1) close(day);
  for (const [from, to] of outs) {
    for (let day = Math.max(0, from, since); day <= Math.min(to, last); day += 1) {
      if (isDone[day] === 1) continue;
      close(day);
      if (day > last - YEAR_DAYS) daysOut += 1;
    }
  }
  for (let week = 0; week < weeks; week += 1) {
    const share = known[week] ?? 0;
    values[week] = share < LEAST_KNOWN ? Number.NaN : (values[week] ?? 0) / share;
  }
  return { values, daysOut };
}
