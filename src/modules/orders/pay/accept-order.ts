import type { Lastly, Tx } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { PendingPostings, salePostings } from '../../ledger/index.ts';
import { writeSales } from '../journal/post-sales.ts';
import { soldEntries } from '../journal/sold-entries.ts';
import type { Order, OrderEvent } from '../order.ts';
import { type OrderFacts, type OrderState, stateOf } from '../state.ts';
import { changeOrder } from '../store/change-order.ts';
import { postExchange } from './post-exchange.ts';
import { type SoldOrder, saleOf } from './sale-of.ts';

/**
 * The order stands: its cart is over and its stock is held without an end already. The sale is posted, and whoever reacts
 * to a paid order hears of it.
 */
export async function acceptOrder(
  tx: Tx,
  order: SoldOrder & Pick<Order, 'id' | 'cartId' | 'credits'>,
  input: {
    readonly facts: OrderFacts;
    readonly event: Pick<OrderEvent, 'kind' | 'actor' | 'data'>;
    readonly isRevived?: boolean;
    readonly heldQuantity?: number;
    /** What waits to be posted: it goes out with the sale. */
    readonly pending?: PendingPostings | undefined;
    /** Where nothing follows in the transaction: all of it goes out with the commit. */
    readonly lastly?: Lastly | undefined;
    readonly now: Temporal.Instant;
  },
): Promise<OrderState> {
  const {
    now,
    pending = new PendingPostings(),
    lastly,
    ...change
  } = { ...input, facts: { ...input.facts, isAccepted: true } };
  const { id: orderId } = order;
  const sale = {
    kind: 'sale',
    reference: orderId,
    orderId,
    postings: salePostings(saleOf(order)),
    now,
  } as const;
  const exchanged = postExchange(tx, order, { isPaid: true, now });
  const asked = [
    changeOrder(tx, order, { ...change, paidAt: now }, now),
    // Under the order's lock, and it did not stand before.
    pending.postNew(tx, sale),
    writeSales(tx, order, [{ transaction: sale, entries: soldEntries(order) }], { isNew: true }),
    tell(tx, 'orders.paid', { orderId }, { isQuiet: true }),
  ];
  if (lastly === undefined) await Promise.all([exchanged, ...asked]);
  else {
    lastly(...asked);
    await exchanged;
  }
  return stateOf(change.facts);
}
