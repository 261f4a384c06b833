import type { Tx } from '../../../../platform/database/index.ts';
import { type Payment, type ProviderCall, pendingCalls, readPayments } from '../../../payments/index.ts';
import { giveBack } from '../../pay/give-back.ts';
import { lockOrder } from '../../store/select-orders.ts';
import type { Proposal } from './proposal.ts';
import { selectProposal, writeSettled } from './store.ts';

/**
 * Gives back what the payments of a proposal that ended took or hold, but for the one that it was applied for. One whose
 * call awaits its answer is come back to: until nothing is left, the recovery looks again. The order is locked.
 */
export async function giveBackSupplements(
  tx: Tx,
  { id, orderId, paymentId }: Proposal,
  now: Temporal.Instant,
): Promise<ProviderCall[]> {
  const asked = new Set((await pendingCalls(tx, { orderId })).map((call) => call.paymentId));
  const others = (await readPayments(tx, orderId)).filter((payment) => {
    return payment.supplementId === id && payment.id !== paymentId;
  });
  const calls: ProviderCall[] = [];
  for (const payment of others.filter((one) => !asked.has(one.id))) {
    calls.push(...(await giveBack(tx, payment, { key: 'supplement', now })));
  }
  if (others.every(isOver)) await writeSettled(tx, id, now);
  return calls;
}

/** Looks again at one that the recovery was left with. */
export async function settleProposal(
  tx: Tx,
  { id, orderId }: Pick<Proposal, 'id' | 'orderId'>,
  now: Temporal.Instant,
): Promise<ProviderCall[]> {
  await lockOrder(tx, orderId);
  const proposal = await selectProposal(tx, id);
  return proposal?.endedAt === undefined ? [] : giveBackSupplements(tx, proposal, now);
}

function isOver({ state, capturedMinor, refundedMinor, disputedMinor }: Payment): boolean {
  if (capturedMinor > 0n) return refundedMinor + disputedMinor >= capturedMinor;
  return state === 'voided' || state === 'failed';
}
