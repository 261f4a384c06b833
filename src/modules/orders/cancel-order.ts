import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import { type Tx, transactOrRefuse } from '../../platform/database/index.ts';
import { tell } from '../../platform/outbox/index.ts';
import { type ProviderCall, pendingCalls, readPayments } from '../payments/index.ts';
import { closeWithOrder } from './after-sale/proposed/close-proposal.ts';
import { restOf } from './after-sale/refund.ts';
import type { OrderDeps } from './deps.ts';
import { creditedSale } from './journal/credited-entries.ts';
import { postSales } from './journal/post-sales.ts';
import type { CancelReason, OrderId } from './order.ts';
import { giveBack } from './pay/give-back.ts';
import { exchangeCredit, postExchange } from './pay/post-exchange.ts';
import { makeCall } from './pay/record-payment.ts';
import { mayDo, type OrderState } from './state.ts';
import { changeOrder } from './store/change-order.ts';
import { type LockedOrder, lockOrder } from './store/select-orders.ts';
import { undoHolds } from './undo-holds.ts';

export type CancelRefusal = Refusal<'unknown_order' | 'not_possible_now' | 'payment_in_progress'>;

export type CancelOrder = {
  readonly orderId: OrderId;
  readonly reason: CancelReason;
  /** `shopper`, `system`, or a member of staff's id. */
  readonly actor: string;
  /** With the exchange that it is of: what pieces of another order paid is given up with it. */
  readonly isOfExchange?: boolean;
  readonly now: Temporal.Instant;
};

/**
 * Cancels an order of which nothing was handed over: stock, promotions and credit are given back, and the money too, by
 * a void before it was captured and by a refund after. Refused while nobody knows whether a payment went through.
 */
export async function cancelOrder(
  deps: OrderDeps,
  input: CancelOrder,
): Promise<Result<{ readonly state: OrderState }, CancelRefusal>> {
  const cancelled = await transactOrRefuse<Cancelled, CancelRefusal>(deps.db, async (tx) => {
    const order = await lockOrder(tx, input.orderId);
    if (order === undefined) return refuse('unknown_order', 'there is no such order', 'orderId');
    if (order.cancelledAt !== undefined) return ok({ state: order.state, calls: [] });
    const isHandedOver = order.facts.fulfilledQuantity > 0 || order.facts.refundedMinor > 0n;
    if (!mayDo(order.state, 'cancel') || isHandedOver) {
      return refuse('not_possible_now', `the order is ${order.state}`);
    }
    if (order.paidAt !== undefined && exchangeCredit(order.credits) > 0n && input.isOfExchange !== true) {
      return refuse('not_possible_now', 'it is sent in exchange: cancel the exchange');
    }
    if ((await pendingCalls(tx, { orderId: order.id })).length > 0) {
      return refuse('payment_in_progress', 'its payment is under way: try again in a moment');
    }
    return ok(await cancelLocked(tx, order, input));
  });
  if (!cancelled.ok) return cancelled;
  let { state } = cancelled.value;
  for (const call of cancelled.value.calls) state = (await makeCall(deps, call, input.now))?.state ?? state;
  return ok({ state });
}

type Cancelled = { readonly state: OrderState; readonly calls: readonly ProviderCall[] };

async function cancelLocked(tx: Tx, order: LockedOrder, input: CancelOrder): Promise<Cancelled> {
  const { reason, actor, now } = input;
  const { id: orderId, facts, paidAt } = order;
  const calls: ProviderCall[] = [];
  for (const payment of await readPayments(tx, orderId)) {
    calls.push(...(await giveBack(tx, payment, { key: 'cancelled', now })));
  }
  await undoHolds(tx, order, now);
  // What was never accepted was never posted as sold.
  if (paidAt !== undefined) {
    const { entries, postings } = creditedSale(order, restOf(order));
    const transaction = { kind: 'refund', reference: `${orderId}:cancelled`, postings, now } as const;
    await postSales(tx, order, [{ transaction, entries }]);
    await postExchange(tx, order, { isPaid: false, now });
    await closeWithOrder(tx, orderId, now);
  }
  const event = { kind: 'cancelled', actor, data: { reason } } as const;
  const cancelled = { at: now, reason };
  const state = await changeOrder(
    tx,
    order,
    { facts: { ...facts, isCancelled: true }, cancelled, event },
    now,
  );
  await tell(tx, 'orders.cancelled', { orderId }, { isQuiet: true });
  return { state, calls };
}
