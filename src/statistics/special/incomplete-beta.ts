import { logBeta } from './gamma.ts';
import { solveIncreasing } from './solve.ts';

const MAX_TERMS = 100_000;
const EPSILON = 1e-16;
const TINY = 1e-300;

/**
 * The regularised incomplete beta function I_x(a, b), a, b > 0, 0 ≤ x ≤ 1: the continued fraction DLMF
 * 8.17.22 by Lentz's method, on the side of the mean where it converges fast (DLMF 8.17.4 for the other
 * side).
 *
 * @example regularisedBeta(1, 3, 0.5) // 1 − 0.5³ = 0.875
 */
export function regularisedBeta(a: number, b: number, x: number): number {
  if (!(a > 0 && b > 0 && x >= 0 && x <= 1)) {
    throw new RangeError(`regularisedBeta needs a, b > 0 and 0 ≤ x ≤ 1, not ${a}, ${b}, ${x}`);
  }
  if (x === 0 || x === 1) return x;
  return x < (a + 1) / (a + b + 2) ? leftPart(a, b, x) : 1 - leftPart(b, a, 1 - x);
}

/** The x with I_x(a, b) = probability: quantiles of the beta distribution, by bisection. */
export function betaQuantile(a: number, b: number, probability: number): number {
  return solveIncreasing((x) => regularisedBeta(a, b, x), probability, 0, 1);
}

function leftPart(a: number, b: number, x: number): number {
  const factor = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b)) / a;
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < MAX_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    fraction *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 4 * EPSILON) return factor * fraction;
  }
  throw new RangeError(`no convergence of the incomplete beta function at a = ${a}, b = ${b}, x = ${x}`);
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
