import type { Tx } from '../../../platform/database/index.ts';
import { beginRefund, beginVoid, type Payment, type ProviderCall } from '../../payments/index.ts';

export type GiveBack = {
  /** Why, so that the same reason gives back once. */
  readonly key: string;
  /** How often it was refused before: asked again it is another call, as a provider repeats its answer to the same. */
  readonly again?: number;
  readonly now: Temporal.Instant;
};

/**
 * Writes the call that gives back all that a payment took or holds: a refund, or a void. Nothing when there is nothing,
 * or while another call on it awaits its answer: then the next recovery comes back to it.
 */
export async function giveBack(
  tx: Tx,
  payment: Pick<
    Payment,
    'id' | 'state' | 'authorizedMinor' | 'capturedMinor' | 'refundedMinor' | 'disputedMinor'
  >,
  { key, again = 0, now }: GiveBack,
): Promise<ProviderCall[]> {
  const { id: paymentId } = payment;
  const amountMinor = payment.capturedMinor - payment.refundedMinor - payment.disputedMinor;
  if (amountMinor > 0n) {
    const named = again === 0 ? key : `${key}:${again}`;
    const refund = await beginRefund(tx, { paymentId, key: named, amountMinor, reason: key, now });
    return refund.ok ? [refund.value] : [];
  }
  if (payment.capturedMinor > 0n || payment.state === 'voided' || payment.state === 'failed') return [];
  const voided = await beginVoid(tx, { paymentId, ...(again === 0 ? {} : { key: String(again) }), now });
  return voided.ok ? [voided.value] : [];
}
