import { at, sum } from '../series.ts';

/**
 * Parts of a whole total as whole numbers (minor units of money) that add up to it exactly, each within 1 of
 * what it was: by largest remainder, of equals the first. Throws a RangeError where `total` is not whole, or
 * is not the parts' sum up to one for each of them.
 *
 * @example wholeParts([33.4, 33.4, 33.2], 100) // [34, 33, 33]
 */
export function wholeParts(parts: readonly number[], total: number): number[] {
  // Adding 0 makes a 0 of −0.
  const below = parts.map((part) => Math.floor(part) + 0);
  const left = total - sum(below);
  if (!Number.isSafeInteger(total) || left < 0 || left > parts.length) {
    throw new RangeError(`parts of ${sum(parts)} do not make the whole ${total}`);
  }
  const byRemainder = parts
    .map((part, index) => ({ index, remainder: part - at(below, index) }))
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index);
  for (const { index } of byRemainder.slice(0, left)) below[index] = at(below, index) + 1;
  return below;
}
