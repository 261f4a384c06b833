import type { Db } from '../../platform/database/index.ts';
import type { Order, OrderId } from './order.ts';
import { selectOrder, selectOrders } from './store/select-orders.ts';

export { countOrders, type ListOrders, listOrders } from './list-orders.ts';

/** The order with its lines: one statement. */
export function readOrder(db: Db, id: OrderId): Promise<Order | undefined> {
  return selectOrder(db, id);
}

export function readOrders(db: Db, ids: readonly OrderId[]): Promise<Map<OrderId, Order>> {
  return selectOrders(db, ids);
}
