import type { Db } from '../../../platform/database/index.ts';
import type { OrderId } from '../order.ts';
import type { Fulfilment } from './fulfilment.ts';
import type { Exchange } from './linked/exchange.ts';
import type { LinkedOrder } from './linked/linked-order.ts';
import { selectExchanges, selectLinkedOrders } from './linked/store.ts';
import type { Refund } from './refund.ts';
import { selectFulfilments } from './store/fulfilments.ts';
import { selectRefunds } from './store/refunds.ts';

/** The parcels of an order, in the order in which they went. */
export function readFulfilments(db: Db, orderId: OrderId): Promise<Fulfilment[]> {
  return selectFulfilments(db, orderId);
}

/** The refunds of an order, oldest first; those that were refused too. */
export function readRefunds(db: Db, orderId: OrderId): Promise<Refund[]> {
  return selectRefunds(db, orderId);
}

/** What was added to an order or is sent in exchange, the first first. */
export function readLinkedOrders(db: Db, orderId: OrderId): Promise<LinkedOrder[]> {
  return selectLinkedOrders(db, orderId);
}

/** The exchanges of an order, the first first. */
export function readExchanges(db: Db, orderId: OrderId): Promise<Exchange[]> {
  return selectExchanges(db, orderId);
}
