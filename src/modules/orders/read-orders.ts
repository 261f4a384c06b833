import { sql } from 'kysely';
import type { Db } from '../../platform/database/index.ts';
import type { VariantId } from '../catalog/index.ts';
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

/** Those of these variants that somebody ordered, by themselves or as a part of a bundle. */
export async function readSold(db: Db, variantIds: readonly VariantId[]): Promise<ReadonlySet<VariantId>> {
  const { rows } = await sql<{ id: VariantId }>`
    select id from unnest(${variantIds}::uuid[]) as asked (id)
    where exists (select from orders.line where line.variant_id = asked.id)
      or exists (select from orders.line_component part where part.variant_id = asked.id)`.execute(db);
  return new Set(rows.map(({ id }) => id));
}
