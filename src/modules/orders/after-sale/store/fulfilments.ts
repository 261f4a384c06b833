import { sql } from 'kysely';
import type { Db, Tx } from '../../../../platform/database/index.ts';
import type { OrderId, OrderLineId } from '../../order.ts';
import type { Fulfilment, FulfilmentId } from '../fulfilment.ts';

/** Writes a parcel and what is in it under the order's next number, which is returned. The order is locked. */
export async function insertFulfilment(
  tx: Tx,
  input: Omit<Fulfilment, 'number' | 'deliveredAt'> & { readonly orderId: OrderId },
): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    with made as (
      insert into orders.fulfilment (id, order_id, number, carrier, tracking_number, shipped_at)
      select ${input.id}, ${input.orderId}, coalesce(max(number), 0) + 1, ${input.carrier},
        ${input.trackingNumber}, ${input.shippedAt.toString()}::timestamptz
      from orders.fulfilment where order_id = ${input.orderId}
      returning id, number
    ), packed as (
      insert into orders.fulfilment_line (fulfilment_id, line_id, quantity)
      select made.id, given.line_id, given.quantity from made, unnest(
        ${input.lines.map(({ lineId }) => lineId)}::uuid[], ${input.lines.map(({ quantity }) => quantity)}::int[]
      ) as given (line_id, quantity)
    )
    select number from made`.execute(tx);
  const [made] = rows;
  if (!made) throw new Error('a fulfilment was inserted and did not come back');
  return made.number;
}

type FulfilmentRow = {
  id: FulfilmentId;
  order_id: OrderId;
  number: number;
  carrier: string;
  tracking_number: string;
  shipped_at: Temporal.Instant;
  delivered_at: Temporal.Instant | null;
  lines: { line_id: OrderLineId; quantity: number }[];
};

/** The parcels of an order, in the order in which they went. */
export async function selectFulfilments(db: Db, orderId: OrderId): Promise<Fulfilment[]> {
  return (await readFulfilmentsOf(db, [orderId])).get(orderId) ?? [];
}

/** The same of many orders by one statement; an order without parcels is not in it. */
export async function readFulfilmentsOf(
  db: Db,
  orderIds: readonly OrderId[],
): Promise<Map<OrderId, Fulfilment[]>> {
  const { rows } = await sql<FulfilmentRow>`
    select id, order_id, number, carrier, tracking_number, shipped_at, delivered_at, (
      select jsonb_agg(jsonb_build_object('line_id', line.line_id, 'quantity', line.quantity) order by line.line_id)
      from orders.fulfilment_line line where line.fulfilment_id = fulfilment.id
    ) as lines
    from orders.fulfilment where order_id = any(${orderIds}::uuid[]) order by order_id, number`.execute(db);
  const byOrder = Map.groupBy(rows, (row) => row.order_id);
  return new Map([...byOrder].map(([orderId, parcels]) => [orderId, parcels.map(fulfilmentOf)]));
}

function fulfilmentOf(row: FulfilmentRow): Fulfilment {
  return {
    id: row.id,
    number: row.number,
    lines: row.lines.map(({ line_id: lineId, quantity }) => ({ lineId, quantity })),
    carrier: row.carrier,
    trackingNumber: row.tracking_number,
    shippedAt: row.shipped_at,
    deliveredAt: row.delivered_at ?? undefined,
  };
}

/** Says that a parcel arrived; whether that was news. */
export async function markDelivered(tx: Tx, id: FulfilmentId, at: Temporal.Instant): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update orders.fulfilment set delivered_at = greatest(${at.toString()}::timestamptz, shipped_at)
    where id = ${id} and delivered_at is null`.execute(tx);
  return numAffectedRows === 1n;
}

export async function writeTracking(
  tx: Tx,
  input: { readonly id: FulfilmentId; readonly carrier: string; readonly trackingNumber: string },
): Promise<void> {
  await sql`
    update orders.fulfilment set carrier = ${input.carrier}, tracking_number = ${input.trackingNumber}
    where id = ${input.id}`.execute(tx);
}
