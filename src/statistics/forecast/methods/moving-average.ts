import { at } from '../../series.ts';
import { type Fitted, flat } from './fitted.ts';

/** The mean of the last `length` known periods, or of as many as there are. Undefined where none is known. */
export function fitMovingAverage(
  values: ArrayLike<number>,
  horizon: number,
  length: number,
): Fitted | undefined {
  const window: number[] = [];
  let total = 0;
  const errors = Float64Array.from(values).map((value) => {
    // 0 / 0 of an empty window is NaN: there was no forecast yet.
    const error = value - total / window.length;
    if (Number.isNaN(value)) return Number.NaN;
    window.push(value);
    total += value;
    if (window.length > length) total -= at([window.shift() ?? 0], 0);
    return error;
  });
  if (window.length === 0) return undefined;
  const response = (later: number) => (later <= length ? 1 / window.length : 0);
  return flat(total / window.length, horizon, { errors, estimated: 1, response });
}
