import type { ItemForecast } from '../../../statistics/forecast/demand/item-forecast.ts';
import { countsOfForecast } from '../../../statistics/forecast/horizon/counts-of-forecast.ts';
import type { DemandForecast } from '../../../statistics/index.ts';

const WEEK = 7;
/** A week of which fewer days are known says too little. */
const LEAST_DAYS = 4;

/** Whole weeks of the days before `until`, the last of them ending there; NaN where too few days had stock. */
export function weeksBefore(days: ArrayLike<number>, until: number): Float64Array {
  const weeks = Math.floor(until / WEEK);
  const first = until - weeks * WEEK;
  return Float64Array.from({ length: weeks }, (_, week) => {
    const from = first + week * WEEK;
    const known = Array.from({ length: WEEK }, (__, day) => days[from + day] ?? Number.NaN).filter(
      (of) => !Number.isNaN(of),
    );
    if (known.length < LEAST_DAYS) return Number.NaN;
    const sum = known.reduce((total, of) => total + of, 0);
    return known.length === WEEK ? sum : Math.round((sum * WEEK) / known.length);
  });
}

/** A forecast of weeks as one of days that are alike within each week. Beyond its last week each is as that one. */
export function inDays({ means, variances }: Pick<ItemForecast, 'means' | 'variances'>): DemandForecast {
  const last = means.length;
  const sums = new Float64Array(last + 1);
  for (let week = 0; week < last; week += 1) sums[week + 1] = (sums[week] ?? 0) + (means[week] ?? 0);
  const meanOver = (days: number) => {
    const [week, rest] = [Math.min(Math.floor(days / WEEK), last), days / WEEK];
    return (sums[week] ?? 0) + (rest - week) * (means[Math.min(week, last - 1)] ?? 0);
  };
  const varianceOver = (days: number) => {
    const [weeks, rest] = [Math.floor(days / WEEK), (days / WEEK) % 1];
    const at = (week: number) => {
      if (week <= 0) return 0;
      return week <= last ? (variances.sums[week - 1] ?? 0) : ((variances.sums[last - 1] ?? 0) * week) / last;
    };
    return at(weeks) + rest * (at(weeks + 1) - at(weeks));
  };
  return {
    meanOver,
    demandOver: (days) => {
      const mean = meanOver(days);
      return countsOfForecast(mean, Math.max(varianceOver(days), mean));
    },
  };
}
