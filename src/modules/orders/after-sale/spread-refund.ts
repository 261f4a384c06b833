import type { PaymentId } from '../../payments/index.ts';

/** A payment and what may still go back over it: captured, and neither refunded, asked back nor disputed. */
export type Refundable = { readonly paymentId: PaymentId; readonly leftMinor: bigint };

export type RefundPart = { readonly paymentId: PaymentId; readonly amountMinor: bigint };

/**
 * The payments that an amount goes back over, and how much over each: as few as can be, the one with most left first, of
 * equals the earlier one. Nothing when there is not enough left on all of them.
 *
 * @example
 * spreadOverPayments(70n, [{ a: 50 left }, { b: 60 left }]); // [{ b: 60n }, { a: 10n }]
 */
export function spreadOverPayments(
  amountMinor: bigint,
  payments: readonly Refundable[],
): RefundPart[] | undefined {
  const parts: RefundPart[] = [];
  let open = amountMinor;
  for (const { paymentId, leftMinor } of payments.toSorted(byMostLeft)) {
    const part = leftMinor < open ? leftMinor : open;
    if (part <= 0n) continue;
    parts.push({ paymentId, amountMinor: part });
    open -= part;
  }
  return open === 0n ? parts : undefined;
}

function byMostLeft(a: Refundable, b: Refundable): number {
  return a.leftMinor === b.leftMinor ? 0 : a.leftMinor > b.leftMinor ? -1 : 1;
}
