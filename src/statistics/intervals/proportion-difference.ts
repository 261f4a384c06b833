import type { Interval } from '../interval.ts';
import { wilsonInterval } from './proportion.ts';

export type Proportion = { readonly successes: number; readonly trials: number };

/**
 * How much a proportion rose from one group to another, with the interval made of the two score intervals: method 10 of
 * Newcombe (1998), "Interval estimation for the difference between independent proportions", Statistics in Medicine 17.
 *
 * @example proportionDifference({ successes: 48, trials: 80 }, { successes: 56, trials: 70 }, 0.95) // 0.2, from 0.0524 to 0.3339
 */
export function proportionDifference(first: Proportion, second: Proportion, confidence: number): Interval {
  const before = wilsonInterval(first.successes, first.trials, confidence);
  const after = wilsonInterval(second.successes, second.trials, confidence);
  const estimate = after.estimate - before.estimate;
  return {
    estimate,
    low: estimate - Math.hypot(after.estimate - after.low, before.high - before.estimate),
    high: estimate + Math.hypot(after.high - after.estimate, before.estimate - before.low),
    confidence,
  };
}
