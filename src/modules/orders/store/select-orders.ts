import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { CartId } from '../../carts/index.ts';
import type { Order, OrderId } from '../order.ts';
import { ORDER_COLUMNS, type OrderRecord, orderOf } from './order-row.ts';

/** The order with its lines: one statement. */
export async function selectOrder(db: Db, id: OrderId): Promise<Order | undefined> {
  const { rows } = await sql<OrderRecord>`
    select ${ORDER_COLUMNS} from orders."order" o where o.id = ${id}`.execute(db);
  return rows.map(orderOf)[0];
}

export async function selectOrders(db: Db, ids: readonly OrderId[]): Promise<Map<OrderId, Order>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<OrderRecord>`
    select ${ORDER_COLUMNS} from orders."order" o where o.id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, orderOf(row)]));
}

/** An order that nobody else changes until the transaction ends, with what only its own verbs look at. */
export type LockedOrder = Order & {
  readonly cartVersion: bigint | undefined;
  readonly heldQuantity: number;
  readonly attemptHash: Buffer | undefined;
};

export async function lockOrder(tx: Tx, id: OrderId): Promise<LockedOrder | undefined> {
  // Read by a statement of its own: one that waited for the lock would see the lines as they were before it waited.
  const [, { rows }] = await Promise.all([
    sql`select from orders."order" where id = ${id} for update`.execute(tx),
    sql<LockedRecord>`
      select ${ORDER_COLUMNS}, o.cart_version, o.held_quantity, o.attempt_hash
      from orders."order" o where o.id = ${id}`.execute(tx),
  ]);
  const [row] = rows;
  if (row === undefined) return undefined;
  return {
    ...orderOf(row),
    cartVersion: row.cart_version ?? undefined,
    heldQuantity: row.held_quantity,
    attemptHash: row.attempt_hash ?? undefined,
  };
}

type LockedRecord = OrderRecord & {
  readonly cart_version: bigint | null;
  readonly held_quantity: number;
  readonly attempt_hash: Buffer | null;
};

/** Whether the cart has an order that is not cancelled. */
export async function hasOpenOrder(db: Db, cartId: CartId): Promise<boolean> {
  const { rows } = await sql`
    select from orders."order" where cart_id = ${cartId} and cancelled_at is null`.execute(db);
  return rows.length > 0;
}

/** Unpaid orders whose time is over, the longest first. */
export async function selectExpired(
  db: Db,
  input: { readonly now: Temporal.Instant; readonly limit: number },
): Promise<OrderId[]> {
  const { rows } = await sql<{ id: OrderId }>`
    select id from orders."order"
    where expires_at <= ${input.now.toString()}::timestamptz and paid_at is null and cancelled_at is null
    order by expires_at limit ${input.limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Cancelled orders that still have money of their shopper's. */
export async function selectOwed(db: Db, { limit }: { readonly limit: number }): Promise<OrderId[]> {
  const { rows } = await sql<{ id: OrderId }>`
    select id from orders."order"
    where cancelled_at is not null and (captured_minor > refunded_minor or authorized_minor > captured_minor)
    order by id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}
