import { divideRounded } from '../../../../kernel/index.ts';

/** All of it, in millionths. */
export const WHOLE = 1_000_000n;

/**
 * A percentage off some pieces of a line. Pieces that have one price are reduced and rounded one by one, as a
 * shelf would show it: 20 % off 3 pieces at 9.99 is 3 × 2.00, and each costs 7.99. Where an earlier discount
 * left a sum that the pieces do not divide evenly, their share of it is rounded once.
 *
 * @param leftMinor what is left of the whole line
 * @param pieces how many of its `quantity` pieces are reduced
 */
export function piecesOff(
  leftMinor: bigint,
  quantity: number,
  pieces: number,
  rateMillionths: number,
): bigint {
  const [all, some, rate] = [BigInt(quantity), BigInt(pieces), BigInt(rateMillionths)];
  if (leftMinor % all === 0n) return divideRounded((leftMinor / all) * rate, WHOLE) * some;
  return divideRounded(leftMinor * some * rate, all * WHOLE);
}
