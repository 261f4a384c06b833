import { at } from '../../series.ts';
import { firstKnown, profile } from './profile.ts';
import { type Smoothing, smoothed } from './smoothing.ts';

/** As in the published benchmarks: neither a level that never moves nor one that is only the last period. */
const [LEAST, MOST] = [0.0001, 0.9999];
const GRID = [LEAST, 0.03, 0.08, 0.15, 0.25, 0.4, 0.55, 0.7, 0.85, MOST];
const CLOSE = 1e-3;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Simple exponential smoothing: Brown (1959), "Statistical forecasting for inventory control"; as ETS(A,N,N)
 * of Hyndman et al. (2008), section 2.5. α in [0.0001, 0.9999] and the initial level minimise the squared
 * one-step errors: the level in closed form, α by golden section around the best of ten (Kiefer 1953, Proc.
 * AMS 4). `values`: one a period, oldest first; NaN where a period is not known (closed, out of stock).
 * Undefined where none is.
 *
 * @example fitSes([3, 3, 3])?.level // 3
 */
export function fitSes(values: ArrayLike<number>): Smoothing | undefined {
  const first = firstKnown(values);
  if (first === undefined) return undefined;
  const series = Float64Array.from(values);
  const rates = (alpha: number) => ({ alpha, beta: 0, phi: 1 });
  const squares = (alpha: number) => profile(series, first, rates(alpha), false).squares;
  return smoothed(series, first, rates(bestAlpha(squares)), { withTrend: false, estimated: 2 });
}

/** The α with the least squares: of the grid, then between its neighbours. */
export function bestAlpha(squares: (alpha: number) => number): number {
  const found = GRID.map(squares);
  const best = found.indexOf(Math.min(...found));
  const low = at(GRID, Math.max(0, best - 1));
  const high = at(GRID, Math.min(GRID.length - 1, best + 1));
  const inside = goldenSection(squares, low, high);
  return squares(inside) < at(found, best) ? inside : at(GRID, best);
}

function goldenSection(value: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  let [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
  let [atLeft, atRight] = [value(left), value(right)];
  while (high - low > CLOSE) {
    if (atLeft <= atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - GOLDEN * (high - low);
      atLeft = value(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + GOLDEN * (high - low);
      atRight = value(right);
    }
  }
  return (low + high) / 2;
}
