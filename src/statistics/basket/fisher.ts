import { logChoose } from '../special/gamma.ts';

/**
 * The probability that of `total` baskets, `first` with one product and `second` with another, `together` or
 * more have both where one has nothing to do with the other: Fisher's exact test against attraction (Fisher
 * 1935, "The logic of inductive inference", J. Royal Statistical Society 98), a tail of the hypergeometric
 * distribution.
 *
 * @example attractionProbability(3, 4, 4, 8) // 17/70, the lady tasting tea
 */
export function attractionProbability(
  together: number,
  first: number,
  second: number,
  total: number,
): number {
  const least = Math.max(0, first + second - total);
  const most = Math.min(first, second);
  if (!(together >= least && together <= most)) {
    throw new RangeError(`${together} of ${first} and ${second} in ${total} cannot be`);
  }
  const probability = (both: number) =>
    Math.exp(logChoose(first, both) + logChoose(total - first, second - both) - logChoose(total, second));
  /** Of one more both, as a multiple. */
  const growth = (both: number) =>
    ((first - both) * (second - both)) / ((both + 1) * (total - first - second + both + 1));
  // Each tail is summed away from the mean, where its terms fall.
  if (together > (first * second) / total) {
    return fallingSum(probability(together), (step) => growth(together + step), most - together);
  }
  if (together === least) return 1;
  const below = together - 1;
  return 1 - fallingSum(probability(below), (step) => 1 / growth(below - step - 1), below - least);
}

function fallingSum(first: number, ratio: (step: number) => number, steps: number): number {
  let term = first;
  let total = first;
  for (let step = 0; step < steps && term > total * 1e-17; step += 1) {
    term *= ratio(step);
    total += term;
  }
  return Math.min(1, total);
}
