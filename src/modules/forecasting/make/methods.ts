import type { Fitted } from '../../../statistics/forecast/methods/fitted.ts';
import { fitMovingAverage } from '../../../statistics/forecast/methods/moving-average.ts';
import { fitNaive, fitSeasonalNaive } from '../../../statistics/forecast/methods/naive.ts';
import { pooledMethod } from '../../../statistics/forecast/methods/pool.ts';
import { sesMethod, tsbMethod } from '../../../statistics/forecast/methods/smoothing-methods.ts';
import { YEAR_OF_WEEKS } from '../../../statistics/forecast/season/fit-season.ts';

/** Ways to forecast weeks that are compared for every variant. */
export type Method = {
  readonly id: string;
  /** Whether it is told what the group knows of months and prices; what others use as yardsticks is not. */
  readonly isTold: boolean;
  readonly fit: (values: ArrayLike<number>, horizon: number) => Fitted | undefined;
};

/** Of several methods the one that is used unless another is better: their mean, weighted by how right each was. */
export const USUAL = 'pool';
const [YEAR_WEEKS, QUARTER_WEEKS] = [52, 12];

export const METHODS: readonly Method[] = [
  { id: USUAL, isTold: true, fit: (values, horizon) => pooledMethod(values, horizon, [YEAR_OF_WEEKS]) },
  { id: 'ses', isTold: true, fit: sesMethod },
  { id: 'tsb', isTold: true, fit: tsbMethod },
  {
    ...{ id: 'moving_average', isTold: false },
    fit: (values, horizon) => fitMovingAverage(values, horizon, QUARTER_WEEKS),
  },
  {
    ...{ id: 'seasonal_naive', isTold: false },
    fit: (values, horizon) => fitSeasonalNaive(values, horizon, YEAR_WEEKS),
  },
  { id: 'naive', isTold: false, fit: fitNaive },
];

export function methodOf(id: string): Method {
  const method = METHODS.find((one) => one.id === id);
  if (method === undefined) throw new RangeError(`${id} is no method`);
  return method;
}
