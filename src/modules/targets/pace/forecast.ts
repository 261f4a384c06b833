import {
  type Forecast,
  fitLevel,
  forecastInterval,
  forecastSum,
  movedForecast,
  sum,
} from '../../../statistics/index.ts';
import type { Profile } from './profile.ts';

/** Of each whole day its part and, of shares and means, its whole, in the units of targets; the last is yesterday. */
export type Days = { readonly part: readonly number[]; readonly whole?: readonly number[] };

/** Its first and its last day, counted as those of the past: today is the first that is not known. */
type Period = { readonly from: number; readonly to: number };

/**
 * What a period of which today is a day will come to. The days to come are forecast from the level of the last half year
 * and how it moved (`fitLevel`), each in terms of what is expected of it. A share or a mean is forecast by its parts: how
 * much its part will lie above the rate of the last half year times its whole, which is forecast by itself. Undefined
 * where too little is known.
 */
export function forecastOf(past: Days, profile: Profile, period: Period): Forecast | undefined {
  return past.whole === undefined
    ? sumForecast(past.part, profile, period)
    : ratioForecast({ part: past.part, whole: past.whole }, profile, period);
}

/** What a day of the period is expected to be, by the profile. */
export function weightsOf({ weight }: Profile, from: number, to: number): number[] {
  return Array.from({ length: Math.max(to - from + 1, 0) }, (_, index) => weight(from + index));
}

function sumForecast(part: readonly number[], profile: Profile, { from, to }: Period): Forecast | undefined {
  const rest = forecastRest(part, profile, to);
  return rest && movedForecast(rest, { by: sum(part.slice(Math.max(from, 0))) });
}

function forecastRest(values: readonly number[], profile: Profile, to: number): Forecast | undefined {
  const now = values.length;
  const fit = fitLevel(values.slice(profile.fitFrom), weightsOf(profile, profile.fitFrom, now - 1));
  return fit && forecastSum(fit, weightsOf(profile, now, to));
}

function ratioForecast(
  { part, whole }: Required<Days>,
  profile: Profile,
  { from, to }: Period,
): Forecast | undefined {
  const recent = { part: sum(part.slice(profile.fitFrom)), whole: sum(whole.slice(profile.fitFrom)) };
  const restWhole = forecastRest(whole, profile, to);
  if (!(recent.whole > 0) || restWhole === undefined) return undefined;
  const rate = recent.part / recent.whole;
  const beyond = forecastRest(
    part.map((value, day) => value - rate * (whole[day] ?? 0)),
    profile,
    to,
  );
  const first = Math.max(from, 0);
  const done = { part: sum(part.slice(first)), whole: sum(whole.slice(first)) };
  const all = done.whole + restWhole.estimate;
  // Of less than one visit or order there is no rate.
  if (beyond === undefined || all < 1) return undefined;
  const forecast = movedForecast(beyond, {
    by: (done.part + rate * restWhole.estimate) / all,
    times: 1 / all,
  });
  // By the delta method: how much it matters how large the rest of the whole is.
  const { low, high } = forecastInterval(restWhole, 0.6827);
  const slope = (rate - forecast.estimate) / all;
  return movedForecast(forecast, { by: 0, doubt: (Math.abs(slope) * (high - low)) / 2 });
}
