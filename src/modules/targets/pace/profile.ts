import { sum } from '../../../statistics/index.ts';

/** How a series of days is known. Day 0 is the first that is known, day `values.length` is today. */
export type Series = {
  readonly values: readonly number[];
  /** ISO 8601: 1 is Monday. */
  readonly firstWeekday: number;
};

export type Profile = {
  /** `season`: weekdays, and the time of the year as in the last years. `flat`: every day alike. */
  readonly method: 'season' | 'weekdays' | 'flat';
  /** The first day of those that the level is to be read from. */
  readonly fitFrom: number;
  /** What a day is expected to be, in terms of a day of the mean. */
  readonly weight: (day: number) => number;
};

const WEEK = 7;
/** 52 weeks: the same day of the week. */
const YEAR = 364;
const YEARS = 3;
/** Days on each side that a season is read from. */
const AROUND = 7;
const FEWEST_DAYS = 56;
/** Half a year: what is longer ago says little of the level that is. */
const MOST_FITTED = 182;
// One odd week of one year is no season.
const [LOWEST, HIGHEST] = [0.2, 5];

/**
 * What each day of `from` to `to` is expected to be next to the others, by the shop's own past: the day of the week, as a
 * mean of the last year, times the season, as the mean of 15 days around the same day of the last three years, each year
 * in terms of its own mean. With less than 8 weeks every day is alike; with less than 14 months there is no season, and a
 * day that none of the years knows is as its mean.
 */
export function profileOf(
  series: Series,
  { from, to }: { readonly from: number; readonly to: number },
): Profile {
  const known = series.values.length;
  const fitted = Math.min(MOST_FITTED, known);
  const weekday = weekdaysOf(series);
  if (weekday === undefined) return { method: 'flat', fitFrom: known - fitted, weight: () => 1 };
  const fittedWithSeason = Math.min(MOST_FITTED, known - YEAR - AROUND);
  if (fittedWithSeason < FEWEST_DAYS) return { method: 'weekdays', fitFrom: known - fitted, weight: weekday };
  const fitFrom = known - fittedWithSeason;
  const season = seasonOf(series, { from: Math.min(from, fitFrom), to });
  return { method: 'season', fitFrom, weight: (day) => weekday(day) * season(day) };
}

function weekdaysOf({ values, firstWeekday }: Series): ((day: number) => number) | undefined {
  if (values.length < FEWEST_DAYS) return undefined;
  const weeks = Math.min(Math.floor(values.length / WEEK), YEAR / WEEK);
  const first = values.length - weeks * WEEK;
  const recent = values.slice(first);
  const mean = sum(recent) / recent.length;
  if (!(mean > 0)) return undefined;
  const place = (day: number) => (((firstWeekday + day) % WEEK) + WEEK) % WEEK;
  const sums = Array<number>(WEEK).fill(0);
  for (const [index, value] of recent.entries()) {
    const at = place(first + index);
    sums[at] = (sums[at] ?? 0) + value;
  }
  return (day) => Math.max((sums[place(day)] ?? 0) / weeks / mean, 0);
}

function seasonOf(
  { values }: Series,
  { from, to }: { readonly from: number; readonly to: number },
): (day: number) => number {
  const years = Array.from({ length: YEARS }, (_, index) => yearOf(values, (index + 1) * YEAR, { from, to }));
  return (day) => {
    const known = years.flatMap((year) => year(day) ?? []);
    if (known.length === 0) return 1;
    return Math.min(Math.max(sum(known) / known.length, LOWEST), HIGHEST);
  };
}

/** The days so long ago in terms of their mean, each smoothed over the days around it. */
function yearOf(
  values: readonly number[],
  ago: number,
  { from, to }: { readonly from: number; readonly to: number },
): (day: number) => number | undefined {
  const smooth = (day: number) => {
    const [first, last] = [day - ago - AROUND, day - ago + AROUND];
    if (first < 0 || last >= values.length) return undefined;
    return sum(values.slice(first, last + 1)) / (last - first + 1);
  };
  const levels = Array.from({ length: to - from + 1 }, (_, index) => smooth(from + index));
  const known = levels.flatMap((level) => level ?? []);
  const mean = sum(known) / known.length;
  return (day) => {
    const level = levels[day - from];
    return level === undefined || !(mean > 0) ? undefined : level / mean;
  };
}
