import type { Lastly, Tx } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { completeCart } from '../../carts/index.ts';
import { allocate } from '../../inventory/index.ts';
import type { PendingPostings } from '../../ledger/index.ts';
import type { PaymentChange, ProviderCall } from '../../payments/index.ts';
import { takeSupplement } from '../after-sale/proposed/take-supplement.ts';
import type { OrderFacts, OrderState } from '../state.ts';
import { changeOrder } from '../store/change-order.ts';
import type { LockedOrder } from '../store/select-orders.ts';
import { undoHolds } from '../undo-holds.ts';
import { acceptOrder } from './accept-order.ts';
import { factsAfter, isCovered, isOverpaid } from './facts-after.ts';
import { giveBack } from './give-back.ts';
import { holdAgain, reviveOrder } from './late-payment.ts';
import { moneyEvent, paymentEvents } from './payment-events.ts';

export type Applied = {
  readonly state: OrderState;
  readonly change: PaymentChange;
  /** To be made once this is committed: money that has to go back. */
  readonly calls: readonly ProviderCall[];
};

/**
 * What a change of its payment means for a locked order. The first money makes it stand; money for an order that is
 * cancelled brings it back where that is still possible, and goes back at once where it is not, as does a second
 * payment, and what was paid for a change that is not possible any more.
 */
export async function applyChange(
  tx: Tx,
  order: LockedOrder,
  change: PaymentChange,
  { now, pending, lastly }: Pick<Money, 'now' | 'pending' | 'lastly'>,
): Promise<Applied> {
  const taken = await takeSupplement(tx, order, change, now);
  if (taken !== undefined) return { ...taken, change };
  const facts = factsAfter(order.facts, change);
  const isMoney = change.newlyAuthorizedMinor > 0n || change.newlyCapturedMinor > 0n;
  if (isMoney && order.cancelledAt !== undefined)
    return lateMoney(tx, order, { facts, change, now, pending });
  if (isMoney && order.paidAt === undefined && isCovered(facts))
    return firstMoney(tx, order, { facts, change, now, pending, lastly });
  if (isMoney && isFirstOfPayment(change) && isOverpaid(facts)) {
    const event = { ...moneyEvent(change), kind: 'paid_twice' } as const;
    const state = await changeOrder(tx, order, { facts, event }, now);
    return { state, change, calls: await giveBack(tx, change.payment, { key: 'paid_twice', now }) };
  }
  let state = order.state;
  for (const { topic, ...event } of paymentEvents(order, change)) {
    state = await changeOrder(tx, order, { facts, event }, now);
    if (topic !== undefined) await tell(tx, topic, { orderId: order.id }, { isQuiet: true });
  }
  return { state, change, calls: [] };
}

/** Nothing of this payment was there before: a second payment, and not more of the first. */
function isFirstOfPayment({ payment, newlyAuthorizedMinor, newlyCapturedMinor }: PaymentChange): boolean {
  return payment.authorizedMinor === newlyAuthorizedMinor && payment.capturedMinor === newlyCapturedMinor;
}

type Money = {
  readonly facts: OrderFacts;
  readonly change: PaymentChange;
  readonly now: Temporal.Instant;
  /** The postings of the change itself, which go out with those of its consequences. */
  readonly pending?: PendingPostings | undefined;
  readonly lastly?: Lastly | undefined;
};

async function firstMoney(tx: Tx, order: LockedOrder, money: Money): Promise<Applied> {
  const { facts, change, now, pending, lastly } = money;
  const { cartId } = order;
  const [held] = await Promise.all([
    allocate(tx, { owner: order.id, now }),
    cartId === undefined ? undefined : completeCart(tx, { cartId, now }),
  ]);
  const heldQuantity = held.reduce((sum, { quantity }) => sum + quantity, 0);
  // A hold that ended before the money came is tried again; others may have bought it.
  if (heldQuantity < order.heldQuantity && !(await holdAgain(tx, order, now)))
    return soldOut(tx, order, money);
  const state = await acceptOrder(tx, order, { facts, event: moneyEvent(change), now, pending, lastly });
  return { state, change, calls: [] };
}

async function soldOut(tx: Tx, order: LockedOrder, { facts, change, now }: Money): Promise<Applied> {
  await undoHolds(tx, order, now);
  const state = await changeOrder(
    tx,
    order,
    {
      facts: { ...facts, isCancelled: true },
      cancelled: { at: now, reason: 'out_of_stock' },
      event: { ...moneyEvent(change), kind: 'sold_out_before_payment' },
    },
    now,
  );
  await tell(tx, 'orders.cancelled', { orderId: order.id }, { isQuiet: true });
  return { state, change, calls: await giveBack(tx, change.payment, { key: 'out_of_stock', now }) };
}

async function lateMoney(tx: Tx, order: LockedOrder, money: Money): Promise<Applied> {
  const { facts, change, now, pending } = money;
  const event = moneyEvent(change);
  const revived = await reviveOrder(tx, order, { facts, event, now, pending });
  if (revived !== undefined) return { state: revived, change, calls: [] };
  const state = await changeOrder(tx, order, { facts, event: { ...event, kind: 'paid_too_late' } }, now);
  return { state, change, calls: await giveBack(tx, change.payment, { key: 'too_late', now }) };
}
