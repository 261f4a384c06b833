import { type Interval, tailOf } from '../interval.ts';
import { studentQuantile } from '../special/student.ts';

/** What is known of a sample: `variance` has the denominator count − 1. */
export type Sample = { readonly count: number; readonly mean: number; readonly variance: number };

/**
 * A mean, with Student's interval (Student 1908, "The probable error of a mean", Biometrika 6). Undefined for
 * fewer than two values: not enough data.
 */
export function meanInterval(sample: Sample, confidence: number): Interval | undefined {
  if (sample.count < 2) return undefined;
  return around(sample.mean, sample.variance / sample.count, sample.count - 1, confidence);
}

/**
 * The difference of two means, second less first, with Welch's interval: variances may differ (Welch 1947,
 * "The generalization of Student's problem when several different population variances are involved",
 * Biometrika 34; degrees of freedom by Satterthwaite 1946). Undefined where a sample has fewer than two
 * values.
 */
export function meanDifferenceInterval(
  first: Sample,
  second: Sample,
  confidence: number,
): Interval | undefined {
  if (first.count < 2 || second.count < 2) return undefined;
  const [one, other] = [first.variance / first.count, second.variance / second.count];
  const squares = one ** 2 / (first.count - 1) + other ** 2 / (second.count - 1);
  // Two samples without any spread have a difference without any doubt.
  const freedom = squares > 0 ? (one + other) ** 2 / squares : 1;
  return around(second.mean - first.mean, one + other, freedom, confidence);
}

function around(estimate: number, square: number, freedom: number, confidence: number): Interval {
  const reach = studentQuantile(1 - tailOf(confidence), freedom) * Math.sqrt(square);
  return { estimate, low: estimate - reach, high: estimate + reach, confidence };
}
