import { at } from '../series.ts';

/**
 * Adjusted probabilities: calling all with an adjusted one of q or below discoveries, a share of q of them at
 * most is false on average. The step-up procedure of Benjamini and Hochberg (1995), "Controlling the false
 * discovery rate", J. Royal Statistical Society B 57, equation 1. `tests` is how many were made in all; those
 * not given count as 1.
 */
export function falseDiscovery(probabilities: readonly number[], tests = probabilities.length): number[] {
  if (tests < probabilities.length) throw new RangeError(`${probabilities.length} of ${tests} tests`);
  const order = probabilities
    .map((_, index) => index)
    .sort((one, other) => at(probabilities, other) - at(probabilities, one));
  const adjusted = new Array<number>(probabilities.length).fill(1);
  let least = 1;
  for (const [place, index] of order.entries()) {
    const rank = probabilities.length - place;
    least = Math.min(least, (at(probabilities, index) * tests) / rank);
    adjusted[index] = least;
  }
  return adjusted;
}
