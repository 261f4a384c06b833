import type { Db } from '../../../platform/database/index.ts';
import type { OrderId } from '../order.ts';
import type { Fulfilment } from './fulfilment.ts';
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
