import { at } from '../../series.ts';

/** α of the level, β of the trend in error-correction form (0 ≤ β ≤ α), φ the trend's damping (1: none). */
export type Rates = { readonly alpha: number; readonly beta: number; readonly phi: number };

/**
 * What the best start gives: the sum of squared one-step errors, and the level and trend before the first
 * period.
 */
export type Profile = { readonly squares: number; readonly level: number; readonly trend: number };

/** Below this share of their start, what errors still owe to the initial state is nothing. */
const FORGOTTEN = 1e-6;
/** Below this share of the product of the diagonal, level and trend cannot be told apart. */
const SINGULAR = 1e-10;

/**
 * The least sum of squared one-step errors of exponential smoothing at given rates, over all initial states.
 * The recursion (Hyndman, Koehler, Ord and Snyder 2008, "Forecasting with exponential smoothing: the state
 * space approach", table 2.2, ETS(A,Ad,N))
 *
 *     e = y − (l + φb),   l ← l + φb + αe,   b ← φb + βe
 *
 * is linear in the first l and b, so is each error, and the best start is a least-squares problem of one or
 * two unknowns that is solved in the same pass (their section 2.5.1 gives the heuristics that this replaces).
 * A period of NaN has an error of 0: level and trend go on as forecast. Without a trend (`withTrend` false) b
 * is 0 throughout. All-NaN series have no profile: `level` NaN.
 */
export function profile(
  values: Float64Array,
  first: number,
  { alpha, beta, phi }: Rates,
  withTrend: boolean,
): Profile {
  const origin = values[first] ?? Number.NaN;
  // The state from the origin, and how it changes with the initial level (p) and trend (q).
  let l = origin;
  let b = 0;
  let p = 1;
  let bp = 0;
  let q = 0;
  let bq = withTrend ? 1 : 0;
  let ee = 0;
  let ep = 0;
  let eq = 0;
  let pp = 0;
  let pq = 0;
  let qq = 0;
  let period = first;
  for (; period < values.length; period += 1) {
    if (Math.abs(p) + Math.abs(bp) + Math.abs(q) + Math.abs(bq) < FORGOTTEN) break;
    const y = values[period] ?? Number.NaN;
    b *= phi;
    bp *= phi;
    bq *= phi;
    l += b;
    p += bp;
    q += bq;
    const e = y - l;
    if (Number.isNaN(e)) continue;
    ee += e * e;
    ep += e * p;
    eq += e * q;
    pp += p * p;
    pq += p * q;
    qq += q * q;
    l += alpha * e;
    b += beta * e;
    bp -= beta * p;
    bq -= beta * q;
    p -= alpha * p;
    q -= alpha * q;
  }
  const { level, trend } = solved({ pp, pq, qq, ep, eq });
  // The state that the solved start leads to: what is left of the way does not depend on it.
  l += p * level + q * trend;
  b += bp * level + bq * trend;
  const before = Math.max(0, ee - level * ep - trend * eq);
  return { squares: before + rest(values, period, { alpha, beta, phi }, l, b), level: origin + level, trend };
}

/** The rest of the way, where nothing is left of the initial state. */
function rest(
  values: Float64Array,
  from: number,
  { alpha, beta, phi }: Rates,
  level: number,
  trend: number,
): number {
  let squares = 0;
  let l = level;
  let b = trend;
  for (let period = from; period < values.length; period += 1) {
    b *= phi;
    l += b;
    const e = (values[period] ?? Number.NaN) - l;
    if (Number.isNaN(e)) continue;
    l += alpha * e;
    b += beta * e;
    squares += e * e;
  }
  return squares;
}

type Sums = {
  readonly pp: number;
  readonly pq: number;
  readonly qq: number;
  readonly ep: number;
  readonly eq: number;
};

/** The least squares of e − p·level − q·trend. */
function solved({ pp, pq, qq, ep, eq }: Sums): { readonly level: number; readonly trend: number } {
  const determinant = pp * qq - pq * pq;
  if (!(determinant > SINGULAR * pp * qq)) return { level: pp > 0 ? ep / pp : 0, trend: 0 };
  return { level: (qq * ep - pq * eq) / determinant, trend: (pp * eq - pq * ep) / determinant };
}

/** The index of the first known period from `from` on, or undefined where none is known. */
export function firstKnown(values: ArrayLike<number>, from = 0): number | undefined {
  for (let period = from; period < values.length; period += 1) {
    if (!Number.isNaN(at(values, period))) return period;
  }
  return undefined;
}
