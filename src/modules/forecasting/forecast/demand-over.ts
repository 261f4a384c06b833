import { countsOfForecast } from '../../../statistics/forecast/horizon/counts-of-forecast.ts';
import type { Demand } from '../../../statistics/index.ts';
import type { AppliedAdjustment, StoredForecast } from './forecast.ts';
import { sharesAt } from './promoted.ts';

/**
 * What may be wanted over a stretch of days, together: whole pieces, negative binomial. `quantile(p)` pieces are enough with
 * probability p.
 */
export type DemandOver = Demand & {
  readonly variance: number;
  /** `false`: nothing is known of this variant, and 0 is no statement. */
  readonly isEnough: boolean;
};

const MOST_DAYS = 365;

/**
 * The demand of the SUM of `days` days from `from` on: of a lead time with its review time, say. Errors of days that follow
 * each other go together, so that this is wider than days by themselves would add up to. For days that begin later the variance
 * is what is left of that of all days until their end: an upper bound, as errors never run against each other.
 *
 * @param span.days up to 365; days before the forecast begins have no demand any more
 * @example demandOver(forecast, { from: today, days: 14 }).quantile(0.95) // 23
 */
export function demandOver(
  forecast: StoredForecast,
  { from, days }: { readonly from: Temporal.PlainDate; readonly days: number },
): DemandOver {
  if (!Number.isInteger(days) || days < 0 || days > MOST_DAYS) throw new RangeError(`${days} days`);
  const first = forecast.firstDay.until(from, { largestUnit: 'days' }).days;
  const [begin, end] = [Math.max(0, first), Math.max(0, first + days)];
  const mean = adjusted(forecast, begin, end);
  const base = piecesUntil(forecast, end) - piecesUntil(forecast, begin);
  const variance = varianceOver(forecast, { begin, end, base, mean });
  return { ...countsOfForecast(mean, variance), variance, isEnough: forecast.isEnough };
}

/** The moments of `demandOver` of a number of days from one day on, up to 365; none of them is worked out twice. */
export type DemandAhead = {
  readonly meanOver: (days: number) => number;
  readonly varianceOver: (days: number) => number;
};

/**
 * The same for who asks for many numbers of days, as orders do.
 *
 * @example demandAhead(forecast, today).meanOver(14) // demandOver(forecast, { from: today, days: 14 }).mean
 */
export function demandAhead(forecast: StoredForecast, from: Temporal.PlainDate): DemandAhead {
  const first = forecast.firstDay.until(from, { largestUnit: 'days' }).days;
  const begin = Math.max(0, first);
  const endOf = (days: number) => Math.max(0, first + days);
  const until = sumsOf(forecast);
  const { adjustments, share } = forecast;
  // Days are added up as far as anybody asks, where people changed some of them.
  const means = adjustments.length === 0 ? undefined : new Float64Array(MOST_DAYS + 1);
  let known = 0;
  const meanOver = (days: number) => {
    if (means === undefined) return (until(endOf(days)) - until(begin)) * share;
    for (; known < days; known += 1) {
      const end = endOf(known + 1);
      means[known + 1] = (means[known] ?? 0) + (end > begin ? adjusted(forecast, end - 1, end) : 0);
    }
    return means[days] ?? Number.NaN;
  };
  return {
    meanOver,
    varianceOver: (days) => {
      const end = endOf(days);
      const mean = meanOver(days);
      return varianceOver(forecast, { begin, end, base: until(end) - until(begin), mean });
    },
  };
}

/** `piecesUntil` of any day, for who asks for many. */
function sumsOf(forecast: StoredForecast): (day: number) => number {
  const { weeks } = forecast;
  const whole = new Float64Array(weeks.length + 1);
  for (const [week, pieces] of weeks.entries()) whole[week + 1] = (whole[week] ?? 0) + pieces;
  const parts = new Map<number, readonly number[]>();
  const partsOf = (week: number) => {
    const known = parts.get(week) ?? before(sharesAt(forecast, week));
    parts.set(week, known);
    return known;
  };
  const last = weekAt(weeks, weeks.length);
  return (day) => {
    const week = Math.floor(day / 7);
    const known = Math.min(week, weeks.length);
    const pieces = (whole[known] ?? 0) + (week - known) * last;
    return pieces + weekAt(weeks, week) * (partsOf(week)[day % 7] ?? 0);
  };
}

/** Of each day what the days of its week before it have. */
function before(shares: readonly number[]): number[] {
  let sum = 0;
  return shares.map((share) => {
    sum += share;
    return sum - share;
  });
}

/** A variance is that of its own mean: what makes more of it makes as much more of its deviation. */
function varianceOver(
  forecast: StoredForecast,
  of: { readonly begin: number; readonly end: number; readonly base: number; readonly mean: number },
): number {
  const { begin, end, base, mean } = of;
  const without = base * forecast.share;
  const scale = base > 0 ? (Math.min(mean, without) + Math.max(0, mean - without)) / base : 0;
  const own = Math.max(0, varianceUntil(forecast, end) - varianceUntil(forecast, begin));
  // Counts vary at least as much as those of Poisson's do.
  return Math.max(own * scale * scale, mean);
}

/** Expected pieces by day, from the first day of the forecast on; with what people changed. */
export function expectedDays(forecast: StoredForecast, days: number): number[] {
  return Array.from({ length: days }, (_, day) => adjusted(forecast, day, day + 1));
}

/** Expected pieces of the days before `day`, of this many days after the first; what people changed left out. */
function piecesUntil(forecast: StoredForecast, day: number): number {
  const { weeks } = forecast;
  const [whole, rest] = [Math.floor(day / 7), day % 7];
  const shares = rest === 0 ? forecast.weekdays : sharesAt(forecast, whole);
  let pieces = 0;
  for (let week = 0; week < whole; week += 1) pieces += weekAt(weeks, week);
  for (let weekday = 0; weekday < rest; weekday += 1) pieces += weekAt(weeks, whole) * (shares[weekday] ?? 0);
  return pieces;
}

/** After the last week that was forecast, each is as that one. */
function weekAt(weeks: readonly number[], week: number): number {
  return weeks[Math.min(week, weeks.length - 1)] ?? 0;
}

function varianceUntil(forecast: StoredForecast, day: number): number {
  const { variances } = forecast;
  const [whole, rest] = [Math.floor(day / 7), day % 7];
  const at = (weeks: number) => {
    const last = variances.length;
    if (weeks === 0 || last === 0) return 0;
    return weeks <= last ? (variances[weeks - 1] ?? 0) : ((variances[last - 1] ?? 0) * weeks) / last;
  };
  if (rest === 0) return at(whole);
  const part = sharesAt(forecast, whole)
    .slice(0, rest)
    .reduce((sum, share) => sum + share, 0);
  return at(whole) + part * (at(whole + 1) - at(whole));
}

function adjusted(forecast: StoredForecast, begin: number, end: number): number {
  const { adjustments, firstDay, share } = forecast;
  const plain = piecesUntil(forecast, end) - piecesUntil(forecast, begin);
  if (adjustments.length === 0) return plain * share;
  const within = adjustments
    .map((one) => ({ one, ...placeOf(one, firstDay) }))
    .filter(({ from, to }) => from < end && to > begin);
  if (within.length === 0) return plain * share;
  let pieces = 0;
  for (let day = begin; day < end; day += 1) {
    const own = piecesUntil(forecast, day + 1) - piecesUntil(forecast, day);
    const now = within.filter(({ from, to }) => from <= day && day < to);
    const more = now.reduce((sum, { one, from, to }) => sum + one.pieces / (to - from), 0);
    pieces += Math.max(0, now.reduce((value, { one }) => value * one.factor, own) + more);
  }
  return pieces * share;
}

function placeOf({ from, to }: AppliedAdjustment, firstDay: Temporal.PlainDate) {
  const dayOf = (day: Temporal.PlainDate) => firstDay.until(day, { largestUnit: 'days' }).days;
  return { from: dayOf(from), to: dayOf(to) + 1 };
}
