import type { Tx } from '../../../../platform/database/index.ts';
import { tell } from '../../../../platform/outbox/index.ts';
import type { Payment, PaymentChange, ProviderCall } from '../../../payments/index.ts';
import { moneyEvent, paymentEvents } from '../../pay/payment-events.ts';
import type { OrderState } from '../../state.ts';
import { changeOrder, insertEvent } from '../../store/change-order.ts';
import { type LockedOrder, lockOrder } from '../../store/select-orders.ts';
import { writeElsewhere } from '../elsewhere/write-elsewhere.ts';
import { closeBecause, closeProposal, tellEnded } from './close-proposal.ts';
import { giveBackSupplements, settleIfOver } from './give-back-supplements.ts';
import type { Proposal } from './proposal.ts';
import { whyNotAnyMore } from './still-possible.ts';
import { selectProposal } from './store.ts';

type Taken = { readonly state: OrderState; readonly calls: readonly ProviderCall[] };

/**
 * What a change of a payment beyond the order's own means for a locked order: paid whole, it is applied, in the same
 * transaction, or goes back where it is not possible any more. Its money is the order's from the moment on that it is
 * applied for, and never before. `undefined`: it is the order's already, as any other payment of it.
 */
export async function takeSupplement(
  tx: Tx,
  order: LockedOrder,
  change: PaymentChange,
  now: Temporal.Instant,
): Promise<Taken | undefined> {
  const { payment } = change;
  if (payment.supplementId === undefined) return undefined;
  const proposal = await selectProposal(tx, payment.supplementId);
  if (proposal === undefined) throw new RangeError(`payment ${payment.id} is for nothing that was proposed`);
  if (proposal.paymentId === payment.id) return undefined;
  await note(tx, order, change, now);
  const held = heldMinor(payment);
  if (proposal.state === 'proposed' && held < payment.amountMinor) return { state: order.state, calls: [] };
  const because = proposal.state === 'proposed' ? await whyNotAnyMore(tx, order, proposal, now) : 'ended';
  if (because === undefined) return apply(tx, order, { proposal, change, now });
  const ended = because === 'ended' ? proposal : await closeBecause(tx, proposal, because, now);
  const isMoney = change.newlyAuthorizedMinor > 0n || change.newlyCapturedMinor > 0n;
  if (isMoney) {
    const event = { ...moneyEvent(change), kind: 'supplement_too_late' } as const;
    await insertEvent(tx, order.id, event, now);
    if (held > 0n) await tellEnded(tx, ended, { isPaidBack: true });
  }
  const { state } = order;
  if (isMoney || because !== 'ended') return { state, calls: await giveBackSupplements(tx, ended, now) };
  // What a provider would not give back is not asked for at once again: the recovery comes back to it.
  await settleIfOver(tx, ended, now);
  return { state, calls: [] };
}

/** What an attempt came to, as a line of the timeline: nothing of it is the order's. */
async function note(tx: Tx, order: LockedOrder, change: PaymentChange, now: Temporal.Instant): Promise<void> {
  for (const { topic: _, ...event } of paymentEvents(order, change)) {
    if (event.kind !== 'captured') await insertEvent(tx, order.id, event, now);
  }
}

async function apply(
  tx: Tx,
  order: LockedOrder,
  {
    proposal,
    change,
    now,
  }: { readonly proposal: Proposal; readonly change: PaymentChange; readonly now: Temporal.Instant },
): Promise<Taken> {
  const { facts } = order;
  const { payment } = change;
  const { differenceMinor, address, agreement } = proposal;
  const { delivery, ...agreed } = agreement;
  const heldOnCard = payment.state === 'captured' ? payment.capturedMinor : payment.authorizedMinor;
  const paid = {
    ...facts,
    dueMinor: facts.dueMinor + differenceMinor,
    totalMinor: facts.totalMinor + differenceMinor,
    authorizedMinor: facts.authorizedMinor + heldOnCard,
    capturedMinor: facts.capturedMinor + payment.capturedMinor,
  };
  const event = { ...moneyEvent(change), kind: 'supplement_paid' } as const;
  const state = await changeOrder(tx, order, { facts: paid, event }, now);
  const end = { state: 'applied', endedBy: 'shopper', endedAt: now, paymentId: payment.id } as const;
  const applied = await closeProposal(tx, { ...proposal, ...end }, now);
  const current = (await lockOrder(tx, order.id)) ?? order;
  const moved = { agreement: agreed, delivery, address, actor: proposal.proposedBy, now };
  const written = await writeElsewhere(tx, current, moved);
  if (!written.ok) throw new RangeError(`${written.refusal.message} of a supplement that is due`);
  if (payment.capturedMinor > 0n) await tell(tx, 'orders.captured', { orderId: order.id }, { isQuiet: true });
  return { state, calls: [...written.value, ...(await giveBackSupplements(tx, applied, now))] };
}

/** What is there of it now, taken or on hold. */
function heldMinor({ state, authorizedMinor, capturedMinor, refundedMinor, disputedMinor }: Payment): bigint {
  if (capturedMinor > 0n) return capturedMinor - refundedMinor - disputedMinor;
  return state === 'authorized' ? authorizedMinor : 0n;
}
