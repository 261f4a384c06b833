import type { Random } from '../random.ts';

/** How often something with this mean happens (Poisson): exponential pauses until the mean is used up. */
export function drawCount(random: Random, mean: number): number {
  let count = 0;
  for (let left = mean; ; count += 1) {
    left += Math.log1p(-random.next());
    if (left < 0) return count;
  }
}

/** Running sums of weights, from which places are drawn. */
export type Odds = { readonly sums: Float64Array };

export function oddsOf(weights: ArrayLike<number>): Odds {
  let sum = 0;
  return { sums: Float64Array.from(weights, (weight) => (sum += weight)) };
}

/** A place, with the probability of its weight. @throws RangeError where all weights are 0 */
export function drawPlace(random: Random, { sums }: Odds): number {
  const all = sums[sums.length - 1] ?? 0;
  if (!(all > 0)) throw new RangeError('there is nothing to draw from');
  const at = random.next() * all;
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sums[middle] ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** One of the values by its share. */
export function drawByShare<Value extends { readonly share: number }>(
  random: Random,
  values: readonly Value[],
): Value {
  let left = random.next() * values.reduce((sum, { share }) => sum + share, 0);
  for (const value of values) {
    left -= value.share;
    if (left < 0) return value;
  }
  return random.pick(values);
}
