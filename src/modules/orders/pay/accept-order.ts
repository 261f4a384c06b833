import type { Tx } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { post, salePostings } from '../../ledger/index.ts';
import type { Order, OrderEvent } from '../order.ts';
import type { OrderFacts, OrderState } from '../state.ts';
import { changeOrder } from '../store/change-order.ts';
import { type SoldOrder, saleOf } from './sale-of.ts';

/**
 * The order stands: its cart is over and its stock is held without an end already. The sale is posted, and whoever reacts
 * to a paid order hears of it.
 */
export async function acceptOrder(
  tx: Tx,
  order: SoldOrder & Pick<Order, 'id' | 'cartId'>,
  input: {
    readonly facts: OrderFacts;
    readonly event: Pick<OrderEvent, 'kind' | 'actor' | 'data'>;
    readonly isRevived?: boolean;
    readonly heldQuantity?: number;
    readonly now: Temporal.Instant;
  },
): Promise<OrderState> {
  const { now, ...change } = { ...input, facts: { ...input.facts, isAccepted: true } };
  const { id: orderId } = order;
  const postings = salePostings(saleOf(order));
  const [state] = await Promise.all([
    changeOrder(tx, order, { ...change, paidAt: now }, now),
    post(tx, { kind: 'sale', reference: orderId, orderId, postings, now }),
    tell(tx, 'orders.paid', { orderId }, { isQuiet: true }),
  ]);
  return state;
}
