import { at, median } from '../series.ts';
import { adjustSeasons, inSeason } from './season/adjust.ts';
import type { Season, SeasonFit } from './season/fit-season.ts';
import { fitDampedHolt, fitHolt } from './smoothing/fit-holt.ts';
import { fitSes } from './smoothing/fit-ses.ts';
import { fitTheta } from './smoothing/fit-theta.ts';
import { pointForecasts, type Smoothing } from './smoothing/smoothing.ts';

/** Methods whose median is the forecast, of the series without its seasons. */
export type Combination = {
  readonly parts: readonly Smoothing[];
  readonly seasons: readonly SeasonFit[];
  /** Periods of the series that was fitted. */
  readonly periods: number;
};

const METHODS = [fitSes, fitTheta, fitDampedHolt, fitHolt];

/**
 * The median of simple, theta, damped and Holt's smoothing of the seasonally adjusted series: the combination
 * of Petropoulos and Svetunkov (2020), "A simple combination of univariate models", Int. J. Forecasting 36,
 * which came sixth of 61 in M4, with Holt's in place of complex smoothing. A season is used where `fitSeason`
 * finds it, one after the other, the shortest first. `values`: one a period, oldest first, NaN where not
 * known. Undefined where no period is known; with fewer than four known there are simple smoothing and theta
 * alone.
 */
export function fitCombination(
  values: ArrayLike<number>,
  seasons: readonly Season[],
): Combination | undefined {
  const adjusted = adjustSeasons(values, seasons);
  const parts = METHODS.map((fit) => fit(adjusted.values)).filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : { parts, seasons: adjusted.seasons, periods: values.length };
}

/** The forecasts of the `horizon` periods after the series, in its units. */
export function combinedForecasts({ parts, seasons, periods }: Combination, horizon: number): Float64Array {
  return inSeason(seasons, periods, medians(parts.map((part) => pointForecasts(part, horizon))));
}

/** Of several series of the same length, the median of each period; NaN where one of them is. */
export function medians(series: readonly Float64Array[]): Float64Array {
  const [first = new Float64Array(0), second, third, fourth] = series;
  if (second === undefined || third === undefined || fourth === undefined || series.length > 4) {
    return first.map((_, period) => median(series.map((one) => at(one, period))));
  }
  // Of four without sorting: what is left without the least and the most.
  return first.map((a, period) => {
    const b = at(second, period);
    const c = at(third, period);
    const d = at(fourth, period);
    const low = Math.max(Math.min(a, b), Math.min(c, d));
    return (low + Math.min(Math.max(a, b), Math.max(c, d))) / 2;
  });
}
