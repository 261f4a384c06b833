import { regularisedBeta } from './incomplete-beta.ts';
import { solveIncreasing } from './solve.ts';

/**
 * P(T ≤ t) of Student's distribution with `freedom` > 0 degrees of freedom, by the incomplete beta function
 * (Abramowitz and Stegun 26.7.1 with 26.5.27).
 */
export function studentCdf(t: number, freedom: number): number {
  const tail = regularisedBeta(freedom / 2, 0.5, freedom / (freedom + t * t)) / 2;
  return t < 0 ? tail : 1 - tail;
}

/**
 * The t with P(T ≤ t) = probability, 0 < probability < 1, by bisection.
 *
 * @example studentQuantile(0.975, 10) // 2.228
 */
export function studentQuantile(probability: number, freedom: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`${probability} has no quantile`);
  if (probability < 0.5) return -studentQuantile(1 - probability, freedom);
  let high = 2;
  while (studentCdf(high, freedom) < probability) high *= 2;
  return solveIncreasing((t) => studentCdf(t, freedom), probability, 0, high);
}
