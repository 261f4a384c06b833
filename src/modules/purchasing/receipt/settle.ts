import { divideRounded } from '../../../kernel/index.ts';
import type { Settled } from './store.ts';

/**
 * What so many more pieces settle of what a line came in at: parts that sum to all of it once every piece is settled.
 *
 * @example
 * // 3 pieces came in for 1.00: the first settles 0.33, the next 0.34, the last 0.33.
 */
export function settledBy(
  of: Settled,
  pieces: number,
): { readonly valueMinor: bigint; readonly costMinor: bigint } {
  const received = BigInt(of.received);
  if (received === 0n) return { valueMinor: 0n, costMinor: 0n };
  const after = BigInt(of.settled + pieces);
  return {
    valueMinor: divideRounded(of.valueMinor * after, received) - of.settledValueMinor,
    costMinor: divideRounded(of.costMinor * after, received) - of.settledMinor,
  };
}

/** What came of a line and waits for its invoice: pieces, and what they come to as agreed, in the order's currency. */
export function toInvoice(of: Settled): { readonly pieces: number; readonly valueMinor: bigint } {
  const pieces = of.received - of.settled;
  return { pieces, valueMinor: settledBy(of, pieces).valueMinor };
}
