import { at } from '../../series.ts';
import { type Fitted, flat } from './fitted.ts';

/** The last known period goes on: the random walk. Undefined where no period is known. */
export function fitNaive(values: ArrayLike<number>, horizon: number): Fitted | undefined {
  let last = Number.NaN;
  const errors = Float64Array.from(values).map((value) => {
    const error = value - last;
    if (!Number.isNaN(value)) last = value;
    return error;
  });
  return Number.isNaN(last) ? undefined : flat(last, horizon, { errors, estimated: 0, response: () => 1 });
}

/**
 * What was a season ago comes again, of the last season in which the period is known. Undefined where a phase
 * of the season never was.
 */
export function fitSeasonalNaive(
  values: ArrayLike<number>,
  horizon: number,
  length: number,
): Fitted | undefined {
  const last = new Float64Array(length).fill(Number.NaN);
  const errors = Float64Array.from(values).map((value, period) => {
    const error = value - at(last, period % length);
    if (!Number.isNaN(value)) last[period % length] = value;
    return error;
  });
  if (last.some(Number.isNaN)) return undefined;
  const means = new Float64Array(horizon).map((_, step) => at(last, (values.length + step) % length));
  const response = (later: number) => Number(later % length === 0);
  return { ...flat(0, horizon, { errors, estimated: 0, response }), means };
}
