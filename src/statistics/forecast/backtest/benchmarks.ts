import { forecastDemand, isCounted } from '../demand/forecast-demand.ts';
import { type ItemForecast, itemForecast } from '../demand/item-forecast.ts';
import type { Fitted } from '../methods/fitted.ts';
import { fitMovingAverage } from '../methods/moving-average.ts';
import { fitNaive, fitSeasonalNaive } from '../methods/naive.ts';
import { sesMethod, tsbMethod } from '../methods/smoothing-methods.ts';
import type { Season } from '../season/fit-season.ts';
import type { Forecaster } from './backtest.ts';

export const METHODS = ['default', 'ses', 'tsb', 'moving_average', 'seasonal_naive', 'naive'] as const;
export type MethodName = (typeof METHODS)[number];

const AVERAGED = 12;

/**
 * The default and what it has to beat, each with the same distributions around its forecasts, so that they differ in those
 * alone. The seasonal naive forecast repeats the longest season of which one is known, and is the naive one where none is.
 */
export function benchmarkForecasters(seasons: readonly Season[]): Readonly<Record<MethodName, Forecaster>> {
  const longestFirst = seasons.map(({ length }) => length).toSorted((one, other) => other - one);
  const seasonal = (past: Float64Array, horizon: number) =>
    longestFirst
      .map((length) => fitSeasonalNaive(past, horizon, length))
      .find((fitted) => fitted !== undefined) ?? fitNaive(past, horizon);
  return {
    default: (past, horizon) => forecastDemand(past, { horizon, seasons }),
    ses: (past, horizon) => withErrors(past, sesMethod(past, horizon)?.method),
    tsb: (past, horizon) => withErrors(past, tsbMethod(past, horizon)?.method),
    moving_average: (past, horizon) => withErrors(past, fitMovingAverage(past, horizon, AVERAGED)),
    seasonal_naive: (past, horizon) => withErrors(past, seasonal(past, horizon)),
    naive: (past, horizon) => withErrors(past, fitNaive(past, horizon)),
  };
}

function withErrors(past: Float64Array, fitted: Fitted | undefined): ItemForecast | undefined {
  return fitted === undefined ? undefined : itemForecast(fitted, isCounted(past));
}
