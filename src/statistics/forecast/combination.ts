import { at, median } from '../series.ts';
import { indicesAhead, withoutSeason } from './season/adjust.ts';
import { fitSeason, type Season, type SeasonFit } from './season/fit-season.ts';
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
  const found: SeasonFit[] = [];
  let adjusted: Float64Array = Float64Array.from(values);
  for (const season of seasons.toSorted((one, other) => one.length - other.length)) {
    const fit = fitSeason(adjusted, season);
    if (fit === undefined) continue;
    found.push(fit);
    adjusted = withoutSeason(adjusted, fit);
  }
  const parts = METHODS.map((fit) => fit(adjusted)).filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : { parts, seasons: found, periods: values.length };
}

/** The forecasts of the `horizon` periods after the series, in its units. */
export function combinedForecasts(combination: Combination, horizon: number): Float64Array {
  return inSeason(combination, medians(combination.parts.map((part) => pointForecasts(part, horizon))));
}

/** Forecasts without season with it: the last season that was taken out is put back first. */
export function inSeason({ seasons, periods }: Combination, plain: Float64Array): Float64Array {
  return seasons.reduceRight((forecasts, season) => {
    const indices = indicesAhead(season, periods, forecasts.length);
    if (season.kind === 'additive') return forecasts.map((value, step) => value + at(indices, step));
    return forecasts.map((value, step) => value * at(indices, step));
  }, plain);
}

/** Of several series of the same length, the median of each period; NaN where one of them is. */
export function medians(series: readonly Float64Array[]): Float64Array {
  const [first = new Float64Array(0)] = series;
  return first.map((_, period) => median(series.map((one) => at(one, period))));
}
