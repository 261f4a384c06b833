import { at } from '../series.ts';

/**
 * How much of the change of a product each factor made: traffic × conversion × order value × margin. Each
 * factor's part is its Shapley value (Shapley 1953, "A value for n-person games"; for decompositions
 * Shorrocks 2013, "Decomposition procedures for distributional analysis", J. Economic Inequality 11): its
 * effect averaged over all orders in which the factors could have changed. The parts add up to the change, do
 * not depend on the order of factors, are 0 where a factor did not change, and have no trouble with zeros and
 * losses, where the logarithms of LMDI (Ang 2005) have none. In the order of the factors. Throws a RangeError
 * where the two sides differ in length.
 *
 * @example productChange([100, 2], [150, 3]) // 250 = 125 (50 more at 2.5) + 125 (1 more at 125)
 */
export function productChange(before: readonly number[], after: readonly number[]): number[] {
  if (before.length !== after.length) throw new RangeError(`${before.length} factors became ${after.length}`);
  return before.map((start, factor) => (at(after, factor) - start) * meanOfOthers(before, after, factor));
}

/**
 * The mean of the product of all other factors over the orders of change. With m of the n − 1 others changed,
 * in m! (n − 1 − m)! of the n! orders this factor comes next.
 */
function meanOfOthers(before: readonly number[], after: readonly number[], factor: number): number {
  const count = before.length;
  // sums[m]: products of the others seen so far, summed over all choices of m that have changed.
  let sums = [1];
  for (const [other, start] of before.entries()) {
    if (other === factor) continue;
    const changed = at(after, other);
    sums = Array.from(
      { length: sums.length + 1 },
      (_, m) => (sums[m] ?? 0) * start + (m > 0 ? (sums[m - 1] ?? 0) * changed : 0),
    );
  }
  let weight = 1 / count;
  let total = 0;
  for (const [m, value] of sums.entries()) {
    total += weight * value;
    weight *= (m + 1) / (count - 1 - m);
  }
  return total;
}
