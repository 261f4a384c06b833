import { at } from '../series.ts';
import type { Matrix } from './matrix.ts';

/**
 * The matrix of second derivatives of a function at a point, by central differences of step `step`
 * (Abramowitz and Stegun 25.3.23 and 25.3.26). Its error is about step² plus 1e-16 |value| / step².
 */
export function secondDerivatives(
  fn: (point: Float64Array) => number,
  point: Float64Array,
  step = 1e-3,
): Matrix {
  const centre = fn(point);
  const moved = (first: number, by: number, second: number, also: number) => {
    const other = point.with(first, at(point, first) + by * step);
    return fn(other.with(second, at(other, second) + also * step));
  };
  return Array.from(point, (_, row) =>
    Float64Array.from(point, (_, column) => {
      if (row === column) return (moved(row, 1, row, 0) - 2 * centre + moved(row, -1, row, 0)) / step ** 2;
      const same = moved(row, 1, column, 1) + moved(row, -1, column, -1);
      const opposite = moved(row, 1, column, -1) + moved(row, -1, column, 1);
      return (same - opposite) / (4 * step ** 2);
    }),
  );
}

/** First derivatives by central differences of step `step` (Abramowitz and Stegun 25.3.21). */
export function firstDerivatives(
  fn: (point: Float64Array) => number,
  point: Float64Array,
  step = 1e-4,
): Float64Array {
  return point.map((coordinate, index) => {
    const [above, below] = [point.with(index, coordinate + step), point.with(index, coordinate - step)];
    return (fn(above) - fn(below)) / (2 * step);
  });
}
