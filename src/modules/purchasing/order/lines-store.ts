import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { UnitPrice } from '../source/price.ts';
import type { PurchaseOrderId, PurchaseOrderLine, PurchaseOrderLineId } from './purchase-order.ts';

type Row = {
  id: PurchaseOrderLineId;
  order_id: PurchaseOrderId;
  variant_id: VariantId;
  quantity: number;
  price_minor: bigint;
  per_quantity: number;
  list_price_minor: bigint | null;
  list_per_quantity: number | null;
  sku: string;
  confirmed_quantity: number | null;
  confirmed_price_minor: bigint | null;
  confirmed_per_quantity: number | null;
  confirmed_on: Temporal.PlainDate | null;
  received: number;
  damaged: number;
  wrong: number;
  returned: number;
};

export async function readLines(
  db: Db,
  orderIds: readonly PurchaseOrderId[],
): Promise<Map<PurchaseOrderId, PurchaseOrderLine[]>> {
  if (orderIds.length === 0) return new Map();
  const { rows } = await sql<Row>`
    select id, order_id, variant_id, quantity, price_minor, per_quantity, list_price_minor, list_per_quantity, sku,
      confirmed_quantity, confirmed_price_minor, confirmed_per_quantity, confirmed_on, received, damaged, wrong, returned
    from purchasing.purchase_order_line where order_id = any(${orderIds}::uuid[])
    order by order_id, position, id`.execute(db);
  const groups = Map.groupBy(rows, (row) => row.order_id);
  return new Map([...groups].map(([id, some]) => [id, some.map(lineOf)]));
}

/** Writes the lines of an order in place of those that it had; the same line keeps its id. */
export async function writeLines(
  tx: Tx,
  orderId: PurchaseOrderId,
  lines: readonly PurchaseOrderLine[],
): Promise<void> {
  await sql`
    delete from purchasing.purchase_order_line
    where order_id = ${orderId} and not id = any(${lines.map(({ id }) => id)}::uuid[])`.execute(tx);
  await sql`
    insert into purchasing.purchase_order_line (id, order_id, position, variant_id, quantity, price_minor, per_quantity,
      list_price_minor, list_per_quantity, sku)
    select id, ${orderId}::uuid, position, variant_id, quantity, price_minor, per_quantity, list_price_minor,
      list_per_quantity, sku
    from unnest(
      ${lines.map(({ id }) => id)}::uuid[], ${lines.map((line) => line.variantId)}::uuid[],
      ${lines.map((line) => line.quantity)}::int[], ${lines.map((line) => line.priceMinor)}::bigint[],
      ${lines.map((line) => line.perQuantity)}::int[], ${lines.map((line) => line.list?.priceMinor ?? null)}::bigint[],
      ${lines.map((line) => line.list?.perQuantity ?? null)}::int[], ${lines.map((line) => line.sku)}::text[]
    ) with ordinality as given (id, variant_id, quantity, price_minor, per_quantity, list_price_minor,
      list_per_quantity, sku, position)
    on conflict (id) do update set position = excluded.position, quantity = excluded.quantity,
      price_minor = excluded.price_minor, per_quantity = excluded.per_quantity,
      list_price_minor = excluded.list_price_minor, list_per_quantity = excluded.list_per_quantity,
      sku = excluded.sku`.execute(tx);
}

/** What the supplier said otherwise, of each line given. */
export async function writeConfirmed(tx: Tx, lines: readonly PurchaseOrderLine[]): Promise<void> {
  await sql`
    update purchasing.purchase_order_line line set confirmed_quantity = given.quantity,
      confirmed_price_minor = given.price_minor, confirmed_per_quantity = given.per_quantity,
      confirmed_on = given.expected_on
    from unnest(
      ${lines.map(({ id }) => id)}::uuid[], ${lines.map(({ confirmed }) => confirmed.quantity ?? null)}::int[],
      ${lines.map(({ confirmed }) => confirmed.price?.priceMinor ?? null)}::bigint[],
      ${lines.map(({ confirmed }) => confirmed.price?.perQuantity ?? null)}::int[],
      ${lines.map(({ confirmed }) => confirmed.expectedOn?.toString() ?? null)}::date[]
    ) as given (id, quantity, price_minor, per_quantity, expected_on) where line.id = given.id`.execute(tx);
}

type Counts = Pick<PurchaseOrderLine, 'id' | 'received' | 'damaged' | 'wrong' | 'returned'>;

/** How many of each line have come, and went back, by now. */
export async function writeCounts(tx: Tx, lines: readonly Counts[]): Promise<void> {
  await sql`
    update purchasing.purchase_order_line line set received = given.received, damaged = given.damaged,
      wrong = given.wrong, returned = given.returned
    from unnest(
      ${lines.map(({ id }) => id)}::uuid[], ${lines.map((line) => line.received)}::int[],
      ${lines.map((line) => line.damaged)}::int[], ${lines.map((line) => line.wrong)}::int[],
      ${lines.map((line) => line.returned)}::int[]
    ) as given (id, received, damaged, wrong, returned) where line.id = given.id`.execute(tx);
}

function lineOf(row: Row): PurchaseOrderLine {
  return {
    ...{ id: row.id, variantId: row.variant_id, quantity: row.quantity, sku: row.sku },
    ...{ priceMinor: row.price_minor, perQuantity: row.per_quantity },
    list: priceOf(row.list_price_minor, row.list_per_quantity),
    confirmed: {
      ...{ quantity: row.confirmed_quantity ?? undefined, expectedOn: row.confirmed_on ?? undefined },
      price: priceOf(row.confirmed_price_minor, row.confirmed_per_quantity),
    },
    ...{ received: row.received, damaged: row.damaged, wrong: row.wrong, returned: row.returned },
  };
}

function priceOf(priceMinor: bigint | null, perQuantity: number | null): UnitPrice | undefined {
  return priceMinor === null || perQuantity === null ? undefined : { priceMinor, perQuantity };
}
