import { sql } from 'kysely';
import type { Db, Tx } from '../../../../platform/database/index.ts';
import type { OrderId } from '../../order.ts';
import type { Exchange, ExchangeId } from './exchange.ts';
import type { LinkedOrder } from './linked-order.ts';

export async function insertLink(
  tx: Tx,
  input: {
    readonly orderId: OrderId;
    readonly parentId: OrderId;
    readonly kind: LinkedOrder['kind'];
    readonly actor: string;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  await sql`
    insert into orders.link (order_id, parent_id, kind, made_by, made_at)
    values (${input.orderId}, ${input.parentId}, ${input.kind}, ${input.actor},
      ${input.now.toString()}::timestamptz)`.execute(tx);
}

/** What was added to an order or is sent in exchange, the first first. */
export async function selectLinkedOrders(db: Db, orderId: OrderId): Promise<LinkedOrder[]> {
  const { rows } = await sql<LinkedOrder>`
    select o.id as "orderId", o.number, link.kind, o.state
    from orders.link join orders."order" o on o.id = link.order_id
    where link.parent_id = ${orderId} order by link.made_at, o.id`.execute(db);
  return rows;
}

export async function insertExchange(tx: Tx, input: Omit<Exchange, 'state' | 'number'>): Promise<void> {
  await sql`
    insert into orders.exchange (id, order_id, return_id, new_order_id, sends, credit_minor)
    values (${input.id}, ${input.orderId}, ${input.returnId}, ${input.newOrderId}, ${input.sends},
      ${input.creditMinor})`.execute(tx);
}

/** The exchanges of an order, the first first. */
export async function selectExchanges(db: Db, orderId: OrderId): Promise<Exchange[]> {
  const { rows } = await sql<Exchange>`
    select exchange.id, exchange.order_id as "orderId", return_id as "returnId", new_order_id as "newOrderId",
      o.number, sends, exchange.credit_minor as "creditMinor", exchange.state
    from orders.exchange join orders."order" o on o.id = new_order_id
    where exchange.order_id = ${orderId} order by exchange.id`.execute(db);
  return rows;
}

/** Ends an exchange; whether that was news. */
export async function endExchange(
  tx: Tx,
  input: { readonly id: ExchangeId; readonly state: 'done' | 'cancelled'; readonly now: Temporal.Instant },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.exchange set state = ${input.state}, ended_at = ${input.now.toString()}::timestamptz
    where id = ${input.id} and state = 'open'`.execute(tx);
  return numAffectedRows === 1n;
}

/** Whether an order is sent only once the pieces that it is exchanged for have come back, and they have not. */
export async function awaitsReturn(db: Db, orderId: OrderId): Promise<boolean> {
  const { rows } = await sql`
    select from orders.exchange join orders."return" on "return".id = return_id
    where new_order_id = ${orderId} and sends = 'on_receipt' and "return".state <> 'received'
      and exchange.state = 'open'`.execute(db);
  return rows.length > 0;
}

/** The numbers of the orders whose goods go in one parcel with an order's, for one delivery. */
export async function selectTravelling(db: Db, orderId: OrderId): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    select other.number
    from orders.link join orders."order" linked on linked.id = link.order_id
      join orders."order" other on other.id in (link.order_id, link.parent_id) and other.id <> ${orderId}
    where ${orderId} in (link.order_id, link.parent_id) and other.cancelled_at is null
      and linked.agreed -> 'quotedDelivery' is null
    order by other.number`.execute(db);
  return rows.map(({ number }) => number);
}
