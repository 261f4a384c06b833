import { divideRounded } from '../../../kernel/index.ts';

/**
 * What `count` of a line's pieces are worth after `before` others were accounted for: the line's amount belongs to its
 * pieces in a fixed way, so that pieces given back one by one sum to the line to the penny, in whatever portions, and
 * nothing of the discount ever moves to the pieces that stay (Vendure #4811).
 *
 * The first n of q pieces are worth `round(amount × n / q)`; a portion is the difference of two such sums.
 *
 * @example
 * piecesAmount(1000n, 3, 0, 1); // 333n
 * piecesAmount(1000n, 3, 1, 1); // 334n
 * piecesAmount(1000n, 3, 2, 1); // 333n
 */
export function piecesAmount(amountMinor: bigint, quantity: number, before: number, count: number): bigint {
  if (!Number.isInteger(quantity) || quantity < 1) throw new RangeError(`a line of ${quantity} pieces`);
  if (before < 0 || count < 0 || before + count > quantity) {
    throw new RangeError(`pieces ${before} to ${before + count} of ${quantity}`);
  }
  return firstPieces(amountMinor, quantity, before + count) - firstPieces(amountMinor, quantity, before);
}

function firstPieces(amountMinor: bigint, quantity: number, count: number): bigint {
  return divideRounded(amountMinor * BigInt(count), BigInt(quantity));
}
