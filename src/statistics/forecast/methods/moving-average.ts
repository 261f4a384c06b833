import { at } from '../../series.ts';
import { type Fitted, flat } from './fitted.ts';

/** The mean of the last `length` known periods, or of as many as there are. Undefined where none is known. */
export function fitMovingAverage(
  values: ArrayLike<number>,
  horizon: number,
  length: number,
): Fitted | undefined {
  const window = new Float64Array(length);
  const errors = new Float64Array(values.length).fill(Number.NaN);
  let [known, total] = [0, 0];
  for (let period = 0; period < values.length; period += 1) {
    const value = at(values, period);
    if (Number.isNaN(value)) continue;
    if (known > 0) errors[period] = value - total / Math.min(known, length);
    total += value - (window[known % length] ?? 0);
    window[known % length] = value;
    known += 1;
  }
  const size = Math.min(known, length);
  if (size === 0) return undefined;
  const response = (later: number) => (later <= length ? 1 / size : 0);
  return flat(total / size, horizon, { errors, estimated: 1, response });
}
