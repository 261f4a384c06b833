import { divideRounded } from '../../../kernel/index.ts';

/** From so many pieces on, so much for so many: `{ from: 500, priceMinor: 1250n, perQuantity: 1000 }` is 12.50 a thousand. */
export type PriceBreak = { readonly from: number; readonly priceMinor: bigint; readonly perQuantity: number };

export type UnitPrice = Pick<PriceBreak, 'priceMinor' | 'perQuantity'>;

/** What so many come to, rounded once, halves away from zero. */
export function lineValueMinor({ priceMinor, perQuantity }: UnitPrice, quantity: number): bigint {
  return divideRounded(priceMinor * BigInt(quantity), BigInt(perQuantity));
}

/** The price at this quantity: the highest break that it reaches, else the lowest there is. */
export function priceAt(breaks: readonly PriceBreak[], quantity: number): PriceBreak | undefined {
  const inOrder = breaks.toSorted((a, b) => a.from - b.from);
  return inOrder.findLast(({ from }) => from <= quantity) ?? inOrder[0];
}

/**
 * The break that makes more pieces cost less in all, if there is one: what a buyer is told before they order less.
 *
 * @example
 * // 90 at 2.00 are 180.00; from 100 on they are 1.70: 100 cost 170.00.
 */
export function cheaperBreak(breaks: readonly PriceBreak[], quantity: number): PriceBreak | undefined {
  const now = priceAt(breaks, quantity);
  if (now === undefined) return undefined;
  const value = lineValueMinor(now, quantity);
  return breaks
    .filter((one) => one.from > quantity && lineValueMinor(one, one.from) < value)
    .toSorted((a, b) => a.from - b.from)[0];
}

/** The least quantity from this one on that a supplier sells: at least the minimum, in whole packs. */
export function orderableQuantity(
  { packSize, minimumQuantity }: { readonly packSize: number; readonly minimumQuantity: number },
  quantity: number,
): number {
  return Math.ceil(Math.max(quantity, minimumQuantity) / packSize) * packSize;
}
