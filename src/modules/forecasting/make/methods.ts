import type { Fitted } from '../../../statistics/forecast/methods/fitted.ts';
import { fitMovingAverage } from '../../../statistics/forecast/methods/moving-average.ts';
import { fitNaive, fitSeasonalNaive } from '../../../statistics/forecast/methods/naive.ts';
import { fitPool } from '../../../statistics/forecast/methods/pool.ts';
import { sesMethod, tsbMethod } from '../../../statistics/forecast/methods/smoothing-methods.ts';
import { YEAR_OF_WEEKS } from '../../../statistics/forecast/season/fit-season.ts';

/** Ways to forecast weeks that are compared for every variant. */
export const METHODS = ['pool', 'ses', 'tsb', 'moving_average', 'seasonal_naive', 'naive'] as const;
export type MethodId = (typeof METHODS)[number];

/** Of several methods the one that is used unless another is better: their mean, weighted by how right each was. */
export const USUAL = 'pool';
const [YEAR_WEEKS, QUARTER_WEEKS] = [52, 12];

/** What a method expects of the weeks after a series; undefined where it cannot. */
export type Way = (values: Float64Array, horizon: number) => Fitted | undefined;

const SIMPLE = {
  moving_average: (values, horizon) => fitMovingAverage(values, horizon, QUARTER_WEEKS),
  seasonal_naive: (values, horizon) => fitSeasonalNaive(values, horizon, YEAR_WEEKS),
  naive: fitNaive,
} as const satisfies Partial<Record<MethodId, Way>>;

/** Whether it is told what the group knows of the calendar, promotions and prices; what is a yardstick only is not. */
export function isTold(method: MethodId): boolean {
  return !(method in SIMPLE);
}

export function fitMethod(method: MethodId): Way {
  if (method === 'pool') {
    return (values, horizon) => fitPool(values, horizon, [YEAR_OF_WEEKS])?.method;
  }
  if (method === 'ses') return (values, horizon) => sesMethod(values, horizon)?.method;
  if (method === 'tsb') return (values, horizon) => tsbMethod(values, horizon)?.method;
  return SIMPLE[method];
}

/**
 * Every method with what it learnt of a series, for longer stretches of it: rates are not looked for again, as a fit of each
 * would be most of the work (and hardly another).
 *
 * @param plain without calendar, promotions and prices
 */
export function waysFrom(plain: Float64Array): Readonly<Partial<Record<MethodId, Way>>> {
  const pool = fitPool(plain, 1, [YEAR_OF_WEEKS]);
  if (pool === undefined) return SIMPLE;
  const { rates } = pool;
  const isSeasonal = rates.seasons.length > 0;
  const ses = isSeasonal ? sesMethod(plain, 1)?.smoothing : rates.parts[0];
  const tsb = isSeasonal ? tsbMethod(plain, 1)?.smoothing : rates.tsb;
  return {
    ...SIMPLE,
    pool: (values, horizon) => fitPool(values, horizon, [], rates)?.method,
    ...(ses ? { ses: (values, horizon) => sesMethod(values, horizon, ses)?.method } : {}),
    ...(tsb ? { tsb: (values, horizon) => tsbMethod(values, horizon, tsb)?.method } : {}),
  };
}
