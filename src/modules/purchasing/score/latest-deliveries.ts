import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { PurchaseOrderId } from '../order/purchase-order.ts';
import type { SupplierId } from '../supplier/supplier.ts';

/** How an order came: when, and of how many lines something was missing or no good. */
export type LatestDelivery = {
  /** The shop's own; nothing where it came before the shop kept orders. */
  readonly orderId: PurchaseOrderId | undefined;
  /** As people call the order. */
  readonly reference: string;
  readonly orderedOn: Temporal.PlainDate;
  readonly promisedOn: Temporal.PlainDate | undefined;
  /** The first of it. */
  readonly cameOn: Temporal.PlainDate;
  readonly lines: number;
  readonly shortLines: number;
  readonly flawedLines: number;
};

type Row = Omit<LatestDelivery, 'orderId' | 'promisedOn'> & {
  readonly orderId: PurchaseOrderId | null;
  readonly promisedOn: Temporal.PlainDate | null;
};

/** The deliveries of a supplier that came last, the latest first. What is still to come of an open order is not short. */
export async function readLatestDeliveries(
  db: Db,
  {
    supplierId,
    timeZone,
    limit,
  }: { readonly supplierId: SupplierId; readonly timeZone: string; readonly limit: number },
): Promise<LatestDelivery[]> {
  const { rows } = await sql<Row>`
    select * from (
      select made.id as "orderId", 'PO-' || made.number as reference,
        (made.sent_at at time zone ${timeZone})::date as "orderedOn",
        max(coalesce(line.confirmed_on, made.expected_on)) as "promisedOn", came.first_on as "cameOn",
        count(*)::int as lines,
        count(*) filter (where made.state in ('received', 'closed_short') and line.received < line.quantity)::int
          as "shortLines",
        count(*) filter (where line.damaged + line.wrong > 0)::int as "flawedLines"
      from purchasing.purchase_order made join purchasing.purchase_order_line line on line.order_id = made.id
      cross join lateral (
        select (min(received_at) at time zone ${timeZone})::date as first_on from purchasing.receipt
        where receipt.order_id = made.id and undone_at is null) came
      where made.supplier_id = ${supplierId} and came.first_on is not null
      group by made.id, came.first_on
      union all
      select null, reference, min(ordered_on), max(promised_on), min(came_on), count(*)::int,
        count(*) filter (where received < ordered)::int, count(*) filter (where flawed > 0)::int
      from purchasing.past_delivery where supplier_id = ${supplierId} group by origin, reference
    ) delivery order by "cameOn" desc, "orderedOn" desc, reference desc limit ${limit}`.execute(db);
  return rows.map(({ orderId, promisedOn, ...row }) => ({
    ...row,
    ...{ orderId: orderId ?? undefined, promisedOn: promisedOn ?? undefined },
  }));
}
