import type { Tx } from '../../../platform/database/index.ts';
import { beginRefund, beginVoid, type Payment, type ProviderCall } from '../../payments/index.ts';

/**
 * Writes the call that gives back all that a payment took or holds: a refund, or a void. Nothing when there is nothing,
 * or while another call on it awaits its answer: then the next recovery comes back to it.
 *
 * @param key why, so that the same reason gives back once
 */
export async function giveBack(
  tx: Tx,
  payment: Pick<
    Payment,
    'id' | 'state' | 'authorizedMinor' | 'capturedMinor' | 'refundedMinor' | 'disputedMinor'
  >,
  { key, now }: { readonly key: string; readonly now: Temporal.Instant },
): Promise<ProviderCall[]> {
  const { id: paymentId } = payment;
  const amountMinor = payment.capturedMinor - payment.refundedMinor - payment.disputedMinor;
  if (amountMinor > 0n) {
    const refund = await beginRefund(tx, { paymentId, key, amountMinor, reason: key, now });
    return refund.ok ? [refund.value] : [];
  }
  if (payment.capturedMinor > 0n || payment.state === 'voided' || payment.state === 'failed') return [];
  const voided = await beginVoid(tx, { paymentId, now });
  return voided.ok ? [voided.value] : [];
}
