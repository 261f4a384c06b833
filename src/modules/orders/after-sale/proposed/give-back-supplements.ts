import type { Tx } from '../../../../platform/database/index.ts';
import { type Payment, type ProviderCall, pendingCalls, readPayments } from '../../../payments/index.ts';
import { giveBack } from '../../pay/give-back.ts';
import type { Proposal } from './proposal.ts';
import { writeSettled } from './store.ts';

/**
 * Gives back what the payments of a proposal that ended took or hold, but for the one that it was applied for. One whose
 * call awaits its answer is come back to: until nothing is left, the recovery looks again. The order is locked.
 */
export async function giveBackSupplements(
  tx: Tx,
  ended: Proposal,
  now: Temporal.Instant,
): Promise<ProviderCall[]> {
  const others = await settleIfOver(tx, ended, now);
  const asked = new Set((await pendingCalls(tx, { orderId: ended.orderId })).map((call) => call.paymentId));
  const calls: ProviderCall[] = [];
  for (const payment of others.filter((one) => !asked.has(one.id))) {
    calls.push(...(await giveBack(tx, payment, { key: 'supplement', again: ended.stuck?.times ?? 0, now })));
  }
  return calls;
}

/** Its payments that have something left to give back; none, and it is never looked at again. The order is locked. */
export async function settleIfOver(
  tx: Tx,
  { id, orderId, paymentId }: Proposal,
  now: Temporal.Instant,
): Promise<Payment[]> {
  const left = (await readPayments(tx, orderId)).filter((payment) => {
    return payment.supplementId === id && payment.id !== paymentId && !isOver(payment);
  });
  if (left.length === 0) await writeSettled(tx, id, now);
  return left;
}

function isOver({ state, capturedMinor, refundedMinor, disputedMinor }: Payment): boolean {
  if (capturedMinor > 0n) return refundedMinor + disputedMinor >= capturedMinor;
  return state === 'voided' || state === 'failed';
}
