import { leadTimeMoments } from '../../../statistics/index.ts';
import type { NeedFacts } from './need.ts';

/** What is expected of a variant day by day from today on, for pictures: means, no promises. */
export type DaysAhead = {
  /** What can be sold today, less what others wait for, with what is between places. */
  readonly stock: number;
  /** Pieces that will probably be wanted on each day. */
  readonly wanted: readonly number[];
  /** Pieces that are expected of open orders on each day; those of which nobody knows when are not in it. */
  readonly coming: readonly number[];
  /** The day on which an order of today would come. */
  readonly leadDays: number;
};

const [FEWEST_DAYS, MOST_DAYS] = [14, 90];

/** Until an order of today and one of the next review would have come, and as long again; 14 to 90 days. */
export function daysAhead({
  forecast,
  leadTimes,
  source,
  available,
  inTransit,
  onOrder,
  today,
}: NeedFacts): DaysAhead {
  const lead = Math.round(leadTimeMoments(leadTimes).mean);
  const length = Math.min(Math.max(2 * (lead + source.reviewDays), FEWEST_DAYS), MOST_DAYS);
  const until = Array.from({ length: length + 1 }, (_, day) => forecast.meanOver(day));
  const coming = new Array<number>(length).fill(0);
  for (const { expectedOn, quantity } of onOrder) {
    // What is late is expected any day.
    const day = expectedOn && Math.max(0, today.until(expectedOn, { largestUnit: 'days' }).days);
    if (day !== undefined && day < length) coming[day] = (coming[day] ?? 0) + quantity;
  }
  return {
    ...{ stock: available + inTransit, coming, leadDays: Math.min(lead, length - 1) },
    wanted: until.slice(1).map((pieces, day) => pieces - (until[day] ?? 0)),
  };
}
