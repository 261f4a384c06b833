import { logGamma } from './gamma.ts';

const MAX_TERMS = 100_000;
const EPSILON = 1e-16;
const TINY = 1e-300;

/**
 * The regularised incomplete gamma functions P(a, x) (`lower`) and Q(a, x) = 1 − P(a, x) (`upper`), a > 0, x
 * ≥ 0: the series DLMF 8.7.1 where x < a + 1, else the continued fraction DLMF 8.9.2 by Lentz's method. Both
 * are given, as each is exact where it is small.
 *
 * @example regularisedGamma(1, 2).upper // e⁻²
 */
export function regularisedGamma(a: number, x: number): { readonly lower: number; readonly upper: number } {
  if (!(a > 0 && x >= 0)) throw new RangeError(`regularisedGamma needs a > 0 and x ≥ 0, not ${a}, ${x}`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  const factor = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    const lower = factor * lowerSeries(a, x);
    return { lower, upper: 1 - lower };
  }
  const upper = factor * upperFraction(a, x);
  return { lower: 1 - upper, upper };
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let total = term;
  for (let n = 1; n < MAX_TERMS; n += 1) {
    term *= x / (a + n);
    total += term;
    if (term < total * EPSILON) return total;
  }
  throw new RangeError(`no convergence of the incomplete gamma function at a = ${a}, x = ${x}`);
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < MAX_TERMS; n += 1) {
    const numerator = n * (a - n);
    b += 2;
    d = 1 / nonZero(numerator * d + b);
    c = nonZero(b + numerator / c);
    const change = c * d;
    fraction *= change;
    if (Math.abs(change - 1) < 4 * EPSILON) return fraction;
  }
  throw new RangeError(`no convergence of the incomplete gamma function at a = ${a}, x = ${x}`);
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
