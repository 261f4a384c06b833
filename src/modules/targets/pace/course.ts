import { forecastInterval, sum } from '../../../statistics/index.ts';
import { forecastOf, weightsOf } from './forecast.ts';
import type { Bounds, PaceAsked } from './pace.ts';
import { profileOf } from './profile.ts';

/** A day of a period, cumulated from its first: what was planned, what it came to, what is expected. */
export type CourseDay = {
  /** From 0 at the first day of the period. */
  readonly day: number;
  readonly plan: number;
  readonly actual?: number;
  readonly forecast?: Bounds & { readonly estimate: number };
};

/** Days to come that are forecast one by one: more points make no better line. */
const MOST_FORECAST = 16;

/**
 * The way to a target, day by day, for a chart: the plan by the shop's own past, what it came to until today, and the 80 %
 * interval of what it will have come to. Of a share or a mean the plan is the target on each day.
 */
export function courseOf(asked: PaceAsked): readonly CourseDay[] {
  const { past, target, from, to } = asked;
  const now = past.part.length;
  const series = { values: past.whole ?? past.part, firstWeekday: asked.firstWeekday };
  const profile = profileOf(series, { from, to: Math.max(to, now) });
  const weights = weightsOf(profile, from, to);
  const all = sum(weights);
  const isForecast = (day: number) => {
    const step = Math.max(Math.ceil((to - now + 1) / MOST_FORECAST), 1);
    return now >= from && day >= now && (day === to || (day - now) % step === 0);
  };
  let planned = 0;
  return weights.map((weight, index): CourseDay => {
    const day = from + index;
    planned += all > 0 ? weight / all : 1 / weights.length;
    const actual = day <= now && now >= from ? cumulated(asked, day) : undefined;
    const forecast = isForecast(day) ? boundsAt(asked, day) : undefined;
    return {
      ...{ day: index, plan: past.whole ? target : planned * target },
      ...(actual === undefined ? {} : { actual }),
      ...(forecast === undefined ? {} : { forecast }),
    };
  });

  function boundsAt({ kpi }: PaceAsked, day: number) {
    const forecast = forecastOf(past, profile, { from, to: day });
    if (forecast === undefined) return undefined;
    const least = past.whole || kpi.mayFall ? Number.NEGATIVE_INFINITY : (cumulated(asked, now) ?? 0);
    const { estimate, low, high } = forecastInterval(forecast, 0.8);
    const above = (amount: number) => Math.max(amount, least);
    return { estimate: above(estimate), low: above(low), high: above(high) };
  }
}

function cumulated({ past, today, from }: PaceAsked, until: number): number | undefined {
  const now = past.part.length;
  const during = (values: readonly number[], soFar: number) =>
    sum(values.slice(Math.max(from, 0), until + 1)) + (until >= now ? soFar : 0);
  const part = during(past.part, today.part);
  if (past.whole === undefined) return part;
  const whole = during(past.whole, today.whole ?? 0);
  return whole > 0 ? part / whole : undefined;
}
