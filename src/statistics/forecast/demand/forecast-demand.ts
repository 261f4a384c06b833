import { pooledMethod } from '../methods/pool.ts';
import type { Season } from '../season/fit-season.ts';
import { classifyDemand, type DemandClass } from './classify-demand.ts';
import { type ItemForecast, itemForecast, nothingWanted } from './item-forecast.ts';

export type DemandOptions = {
  /** Periods ahead, 1 or more. */
  readonly horizon: number;
  /** Those that may be there; each is used where it is found. */
  readonly seasons: readonly Season[];
  /** Known periods of silence after which demand may be dead. A quarter of weeks where it is left out. */
  readonly deadAfter?: number;
};

const QUARTER_OF_WEEKS = 13;

/**
 * What will be wanted of an item: nothing where demand is dead or never was, else the default method's
 * forecast. An item with a season is not dead before it was silent for all of one. `values`: units by period
 * (all days, or all weeks), oldest first, from the first period it could be bought in; NaN where it could
 * not: out of stock, closed, withdrawn. Throws a RangeError on a value below zero or without end. A series
 * without any demand has the pattern `none`: a new item is for `forecastByAnalogy`.
 *
 * @example forecastDemand([3, 5, 4, NaN, 4], { horizon: 2, seasons: [] }).means // 4, 4 or nearly
 */
export function forecastDemand(
  values: ArrayLike<number>,
  { horizon, seasons, deadAfter = QUARTER_OF_WEEKS }: DemandOptions,
): ItemForecast & DemandClass {
  if (!(Number.isInteger(horizon) && horizon >= 1)) throw new RangeError(`no horizon: ${horizon}`);
  checkDemand(values);
  const found = classifyDemand(values, deadAfter);
  if (found.pattern === 'none') return { ...nothingWanted(horizon), ...found };
  const longest = Math.max(0, ...seasons.map(({ length }) => length));
  if (found.pattern === 'dead' && !(found.silence < longest && values.length > 2 * longest)) {
    return { ...nothingWanted(horizon), ...found };
  }
  const fitted = pooledMethod(values, horizon, seasons);
  const forecast = fitted === undefined ? nothingWanted(horizon) : itemForecast(fitted, isCounted(values));
  return { ...forecast, ...found };
}

/** Whether all known values are whole. */
export function isCounted(values: ArrayLike<number>): boolean {
  return Float64Array.from(values).every((value) => Number.isNaN(value) || Number.isInteger(value));
}

function checkDemand(values: ArrayLike<number>): void {
  const wrong = Float64Array.from(values).find((value) => value < 0 || value === Number.POSITIVE_INFINITY);
  if (wrong !== undefined) throw new RangeError(`no demand: ${wrong}`);
}
