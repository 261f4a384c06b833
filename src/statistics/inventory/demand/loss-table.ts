import { at } from '../../series.ts';
import type { Chances } from './chances.ts';

/**
 * What demand exceeds stock by, read once for all levels of it; between those that are kept on a straight line.
 */
export type LossTable = {
  /** P(D > x). */
  readonly above: (x: number) => number;
  /** E[(D − x)⁺]. */
  readonly shortage: (x: number) => number;
  /** The sum of `shortage` over x, x + 1, …: a loss function of the second order. */
  readonly shortages: (x: number) => number;
};

export function lossTable({ step, chances }: Chances): LossTable {
  const count = chances.length;
  // Each at x = index · step: what lies above, its sum from there on, and the sum of that.
  const above = new Float64Array(count + 1);
  const short = new Float64Array(count + 1);
  const shorts = new Float64Array(count + 1);
  for (let index = count - 1; index >= 0; index -= 1) {
    above[index] = at(above, index + 1) + (index + 1 < count ? at(chances, index + 1) : 0);
    short[index] = at(short, index + 1) + step * at(above, index);
    shorts[index] = at(shorts, index + 1) + at(short, index);
  }
  const read = (values: Float64Array, x: number) => {
    const place = Math.max(0, x / step);
    const index = Math.floor(place);
    if (index >= count) return 0;
    return at(values, index) + (place - index) * (at(values, index + 1) - at(values, index));
  };
  return {
    above: (x) => read(above, Math.floor(x / step + 1e-9) * step),
    shortage: (x) => read(short, x),
    shortages: (x) => step * read(shorts, x),
  };
}
