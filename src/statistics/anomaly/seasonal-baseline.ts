import { at, mean, median, medianAbsoluteDeviation } from '../series.ts';

/** What a day was to be by the days before it. */
export type Baseline = { readonly expected: number; readonly scale: number };

export type Season = {
  /** Days: 7 for a week. */
  readonly length: number;
  /** How many of them are looked back on. */
  readonly count: number;
};

const RECENT_SEASONS = 2;

/**
 * What is expected on day `day` of a series from the `count` seasons before it, and how far days use to be
 * from that: the median of each weekday gives the season's shape, the median of the last two seasons without
 * it gives the level, and scale is the median absolute deviation around both. Medians, as in the robust
 * decomposition of Cleveland et al. (1990), "STL: a seasonal-trend decomposition procedure based on loess",
 * J. Official Statistics 6, so that one odd day in the past moves nothing. NaN stands for a day that is not
 * known or was out of the ordinary. Undefined where half of the days or a whole weekday are not known.
 */
export function seasonalBaseline(
  series: ArrayLike<number>,
  day: number,
  season: Season,
): Baseline | undefined {
  const first = day - season.length * season.count;
  if (first < 0) return undefined;
  const days = Array.from({ length: day - first }, (_, index) => first + index).filter(
    (one) => !Number.isNaN(at(series, one)),
  );
  const shape = shapeOf(series, days, season.length);
  if (days.length * 2 < day - first || shape === undefined) return undefined;
  const unseasoned = (one: number) => at(series, one) - at(shape, one % season.length);
  const recent = days.filter((one) => one >= day - RECENT_SEASONS * season.length);
  const level = median((recent.length > 0 ? recent : days).map(unseasoned));
  const left = days.map((one) => unseasoned(one) - level);
  return { expected: level + at(shape, day % season.length), scale: spreadOf(left) };
}

function shapeOf(series: ArrayLike<number>, days: readonly number[], length: number): number[] | undefined {
  const phases = Array.from({ length }, (_, phase) =>
    median(days.filter((day) => day % length === phase).map((day) => at(series, day))),
  );
  const centre = mean(phases);
  return Number.isNaN(centre) ? undefined : phases.map((phase) => phase - centre);
}

// Where more than half of the days are exactly as expected, the deviation of the others has to do.
function spreadOf(left: readonly number[]): number {
  const robust = medianAbsoluteDeviation(left);
  return robust > 0 ? robust : Math.sqrt(Math.PI / 2) * mean(left.map(Math.abs));
}
