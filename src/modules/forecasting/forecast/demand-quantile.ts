import { normalQuantile } from '../../../statistics/special/normal.ts';

/** Above this mean the whole numbers lie so close that a normal distribution says the same. */
const COUNTED_UP_TO = 400;
const LAST_PART = 1e-9;

/**
 * The whole number of pieces that is enough with probability p: of a negative binomial of this mean and variance (Poisson's
 * where they are equal), above a mean of 400 of a normal one.
 */
export function demandQuantile(mean: number, variance: number): (p: number) => number {
  if (mean <= 0) return () => 0;
  if (mean > COUNTED_UP_TO) {
    return (p) => Math.max(0, Math.ceil(mean + normalQuantile(p) * Math.sqrt(variance)));
  }
  let below: readonly number[] | undefined;
  return (p) => {
    below ??= cumulated(mean, Math.max(variance, mean * (1 + 1e-9)));
    let [low, high] = [0, below.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((below[middle] ?? 1) >= p) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

function cumulated(mean: number, variance: number): number[] {
  const size = (mean * mean) / (variance - mean);
  const share = mean / variance;
  let chance = Math.exp(size * Math.log(share));
  const sums = [chance];
  let sum = chance;
  for (let count = 1; 1 - sum > LAST_PART && count < 1e5; count += 1) {
    chance *= ((size + count - 1) / count) * (1 - share);
    sum += chance;
    sums.push(sum);
  }
  return sums;
}
