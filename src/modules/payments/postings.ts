import {
  capturePostings,
  disputeLostPostings,
  disputeOpenedPostings,
  disputeWonPostings,
  feePostings,
  refundPaidPostings,
  type Transaction,
} from '../ledger/index.ts';
import type { PaymentChange } from './payment.ts';
import type { DisputeChange } from './record-disputes.ts';

type Entry = Omit<Transaction, 'now'>;

/**
 * The ledger's entries for a change of a payment. The fee that comes with a capture is in the capture's entry. A
 * reference names the total that was reached, so that no total is posted twice.
 */
export function entriesOf(change: PaymentChange, disputes: readonly DisputeChange[]): Entry[] {
  const { payment, newlyCapturedMinor: captured, newlyRefundedMinor: refunded, newlyFeeMinor: fee } = change;
  const { id, orderId, currency, provider } = payment;
  const of = (amountMinor: bigint) => ({ currency, provider, amountMinor });
  const entries: Entry[] = [];
  if (captured > 0n) {
    const postings = capturePostings({ ...of(captured), feeMinor: fee });
    entries.push({ kind: 'capture', reference: `${id}:${payment.capturedMinor}`, orderId, postings });
  } else if (fee > 0n) {
    entries.push({
      kind: 'fee',
      reference: `${id}:${payment.feeMinor}`,
      orderId,
      postings: feePostings(of(fee)),
    });
  }
  if (refunded > 0n) {
    const postings = refundPaidPostings(of(refunded));
    entries.push({ kind: 'refund_paid', reference: `${id}:${payment.refundedMinor}`, orderId, postings });
  }
  return [...entries, ...disputes.flatMap((dispute) => disputeEntries(change, dispute))];
}

function disputeEntries({ payment }: PaymentChange, dispute: DisputeChange): Entry[] {
  const { id, orderId, currency, provider } = payment;
  const { amountMinor, deltaMinor, isNewlyLost } = dispute;
  const moved = { currency, provider, amountMinor };
  const about = { reference: `${id}:${dispute.reference}`, orderId };
  return [
    ...(deltaMinor > 0n
      ? [{ ...about, kind: 'dispute_opened' as const, postings: disputeOpenedPostings(moved) }]
      : []),
    ...(deltaMinor < 0n
      ? [{ ...about, kind: 'dispute_won' as const, postings: disputeWonPostings(moved) }]
      : []),
    ...(isNewlyLost
      ? [{ ...about, kind: 'dispute_lost' as const, postings: disputeLostPostings(moved) }]
      : []),
  ];
}
