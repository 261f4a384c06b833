import { WEEKS_AHEAD } from '../forecast/forecast.ts';
import type { Past } from './item.ts';

/** What is known of every week, of the past and of those to come: plain data, so that threads can be given it. */
export type Calendar = {
  /** 1 to 12. A week is of the month of its Thursday, as ISO 8601 has it of years. */
  readonly months: readonly number[];
  /** Public holidays in it, Sundays left out, each weighted by how much of the shop's trade is where it is one. */
  readonly holidays: readonly number[];
};

export type PublicHoliday = {
  readonly day: Temporal.PlainDate;
  /** Share of the trade, 0 to 1. */
  readonly weight: number;
};

const SUNDAY = 7;

export function calendarOf({ from, weeks }: Past, holidays: readonly PublicHoliday[] = []): Calendar {
  const all = weeks + WEEKS_AHEAD;
  const sums = new Array<number>(all).fill(0);
  for (const { day, weight } of holidays) {
    const week = Math.floor(from.until(day, { largestUnit: 'days' }).days / 7);
    if (day.dayOfWeek !== SUNDAY && sums[week] !== undefined) sums[week] += weight;
  }
  const months = Array.from({ length: all }, (_, week) => from.add({ days: 7 * week + 3 }).month);
  return { months, holidays: sums };
}
