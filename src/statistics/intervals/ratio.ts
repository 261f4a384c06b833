import { type Interval, tailOf } from '../interval.ts';
import { studentQuantile } from '../special/student.ts';

/**
 * Sums over independent units (customers, visitors, days) of a numerator y and a denominator x, from which
 * the interval of Σy / Σx follows. They can be added over parts of the data and be worked out by a database.
 */
export type RatioSums = {
  readonly units: number;
  readonly y: number;
  readonly x: number;
  readonly yy: number;
  readonly xx: number;
  readonly xy: number;
};

/**
 * A ratio of two means (revenue per session, order value), with its interval by the delta method: Deng,
 * Knoblich and Lu (2018), "Applying the delta method in metric analytics", KDD '18, section 2, with Student's
 * quantile. The unit is what is independent: give visitors and not sessions where visitors come again. For
 * skewed values of few units (under some hundred) take `bootstrapInterval`. Undefined for fewer than two
 * units or Σx ≤ 0: not enough data.
 *
 * @example ratioInterval({ units: 3, y: 60, x: 4, yy: 1400, xx: 6, xy: 90 }, 0.95) // 15 an order
 */
export function ratioInterval(sums: RatioSums, confidence: number): Interval | undefined {
  const { units, y, x, yy, xx, xy } = sums;
  if (units < 2 || !(x > 0)) return undefined;
  const estimate = y / x;
  // Σ (y − Rx)²: as Σy = RΣx, these residuals have the mean 0.
  const residual = Math.max(0, yy - 2 * estimate * xy + estimate * estimate * xx);
  const error = Math.sqrt((units / (units - 1)) * residual) / x;
  const reach = studentQuantile(1 - tailOf(confidence), units - 1) * error;
  return { estimate, low: estimate - reach, high: estimate + reach, confidence };
}

/** The sums of units, each with its numerator y and denominator x. */
export function ratioSums(units: Iterable<{ readonly y: number; readonly x: number }>): RatioSums {
  const sums = { units: 0, y: 0, x: 0, yy: 0, xx: 0, xy: 0 };
  for (const { y, x } of units) {
    sums.units += 1;
    sums.y += y;
    sums.x += x;
    sums.yy += y * y;
    sums.xx += x * x;
    sums.xy += x * y;
  }
  return sums;
}
