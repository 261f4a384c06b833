import { meanInterval } from '../../../../statistics/index.ts';
import type { Measure, Sums } from '../report.ts';

const CONFIDENCE = 0.95;

/** Of what a mean is taken: how many there are, and the sums of what each has and of its square, by their names. */
export type Sampled = { readonly count: string; readonly sum: string; readonly squares: string };

/**
 * A mean of so many that are independent of each other: an estimate, the surer the more there were and the less they differ
 * (Student 1908, "The probable error of a mean"). The sums are whole, so that the variance is exact however large they are.
 * Around the mean as it is told, which counts money by the day on which it was posted.
 *
 * @example // orders of 10.00, 20.00 and 30.00: 20.00, and 95 times of 100 between −4.84 and 44.84
 */
export function estimated(mean: Measure, sampled: Sampled): Measure {
  return { ...mean, bounds: (sums) => boundsOf(mean, sampled, sums) };
}

function boundsOf(mean: Measure, { count, sum, squares }: Sampled, sums: Sums) {
  const [some, whole, square] = [sums[count], sums[sum], sums[squares]];
  const value = mean.of(sums);
  if (some === undefined || whole === undefined || square === undefined) return undefined;
  if (value === undefined || value === null || some < 2n) return undefined;
  const variance = Number(some * square - whole * whole) / Number(some * (some - 1n));
  return meanInterval({ count: Number(some), mean: Number(value), variance }, CONFIDENCE);
}
