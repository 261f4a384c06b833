import { type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { postLanded } from '../landed/post-landed.ts';
import { readLandedCosts } from '../landed/store.ts';
import { arrivedState } from './arrived-state.ts';
import type { Doing, Known, OrderState, PurchaseOrder, PurchaseOrderId } from './purchase-order.ts';
import { keepStep, lockFor } from './steps.ts';
import { lockPurchaseOrder } from './store.ts';

type About = Doing & { readonly id: PurchaseOrderId; readonly note?: string | undefined };

/** The rest will not come: nothing of it is expected any more, and what it cost besides is borne by what came. */
export async function closePurchaseOrder(tx: Tx, about: About): Promise<Result<PurchaseOrder, Known>> {
  const closed = await endAs(tx, 'close', 'closed_short', about);
  if (closed.ok) await postLanded(tx, closed.value, about.now);
  return closed;
}

/**
 * It will not be: of what was sent the supplier is told by whoever cancels. What came already is closed, not cancelled.
 * Freight that was invoiced for it would stand on no goods: its invoice is taken back first, and kept as of no order.
 */
export async function cancelPurchaseOrder(
  tx: Tx,
  about: About,
): Promise<Result<PurchaseOrder, Known | Refusal<'cost_invoiced'>>> {
  // Held before it is asked: a carrier's invoice for a cost of it waits until it is cancelled, or is seen.
  await lockPurchaseOrder(tx, about.id);
  const invoiced = (await readLandedCosts(tx, about.id)).find(({ clearedBy }) => clearedBy !== undefined);
  if (invoiced !== undefined) {
    return refuse('cost_invoiced', `${invoiced.reference} was invoiced for it: take that back first`, 'id');
  }
  return endAs(tx, 'cancel', 'cancelled', about);
}

/**
 * Takes cancelling or closing back: what nobody was told of is a draft again, of what the supplier knows of the rest is
 * expected again.
 */
export async function reopenPurchaseOrder(
  tx: Tx,
  { id, note = '', by, now }: About,
): Promise<Result<PurchaseOrder, Known>> {
  const locked = await lockFor(tx, 'reopen', id);
  if (!locked.ok) return locked;
  const order = locked.value;
  const state: OrderState = order.sentAt === undefined ? 'draft' : arrivedState(order);
  const approved = state === 'draft' ? undefined : order.approved;
  const open: PurchaseOrder = { ...order, state, approved, closedAt: undefined };
  const kept = await keepStep(tx, open, { verb: 'reopen', from: order.state, note, by, now });
  if (kept.ok) await postLanded(tx, kept.value, now);
  return kept;
}

async function endAs(
  tx: Tx,
  verb: 'close' | 'cancel',
  state: 'closed_short' | 'cancelled',
  { id, note = '', by, now }: About,
): Promise<Result<PurchaseOrder, Known>> {
  const locked = await lockFor(tx, verb, id);
  if (!locked.ok) return locked;
  const ended = { ...locked.value, state, closedAt: now };
  return keepStep(tx, ended, { verb, from: locked.value.state, note, by, now });
}
