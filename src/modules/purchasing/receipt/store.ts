import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { Doing, PurchaseOrderId, PurchaseOrderLineId } from '../order/purchase-order.ts';
import type { Receipt, ReceiptId, ReceiptLine } from './receipt.ts';

type Row = {
  id: ReceiptId;
  order_id: PurchaseOrderId;
  number: number;
  reference: string;
  rate_e10: bigint;
  note: string;
  received_at: Temporal.Instant;
  received_by: string;
  undone_at: Temporal.Instant | null;
  undone_by: string | null;
};

type StoredLine = Omit<ReceiptLine, 'expiresOn'> & {
  readonly receiptId: ReceiptId;
  readonly expiresOn: Temporal.PlainDate | null;
};

/** All receipts of an order, those that were undone among them, in their order. */
export async function readReceipts(db: Db, orderId: PurchaseOrderId): Promise<Receipt[]> {
  const { rows } = await sql<Row>`
    select id, order_id, number, reference, rate_e10, note, received_at, received_by, undone_at, undone_by
    from purchasing.receipt where order_id = ${orderId} order by number`.execute(db);
  if (rows.length === 0) return [];
  const { rows: lines } = await sql<StoredLine>`
    select receipt_id as "receiptId", line_id as "lineId", received, damaged, wrong, expires_on as "expiresOn",
      value_minor as "valueMinor",
      cost_minor as "costMinor"
    from purchasing.receipt_line where receipt_id = any(${rows.map(({ id }) => id)}::uuid[])
    order by line_id`.execute(db);
  const groups = Map.groupBy(lines, (line) => line.receiptId);
  return rows.map((row) => ({
    ...{ id: row.id, orderId: row.order_id, number: row.number, reference: row.reference, note: row.note },
    ...{ rateE10: row.rate_e10, received: { at: row.received_at, by: row.received_by } },
    undone: row.undone_at === null ? undefined : { at: row.undone_at, by: row.undone_by ?? '' },
    lines: (groups.get(row.id) ?? []).map(({ receiptId: _, expiresOn, ...line }) => ({
      ...line,
      expiresOn: expiresOn ?? undefined,
    })),
  }));
}

/** Of which order a receipt is. */
export async function orderOfReceipt(db: Db, id: ReceiptId): Promise<PurchaseOrderId | undefined> {
  const { rows } = await sql<{ id: PurchaseOrderId }>`
    select order_id as id from purchasing.receipt where id = ${id}`.execute(db);
  return rows[0]?.id;
}

export async function insertReceipt(tx: Tx, receipt: Omit<Receipt, 'undone'>): Promise<void> {
  const { lines, received } = receipt;
  await sql`
    insert into purchasing.receipt (id, order_id, number, reference, rate_e10, note, received_at, received_by)
    values (${receipt.id}, ${receipt.orderId}, ${receipt.number}, ${receipt.reference}, ${receipt.rateE10},
      ${receipt.note}, ${received.at.toString()}::timestamptz, ${received.by})`.execute(tx);
  await sql`
    insert into purchasing.receipt_line (receipt_id, line_id, received, damaged, wrong, value_minor, cost_minor,
      expires_on)
    select ${receipt.id}::uuid, given.* from unnest(
      ${lines.map((line) => line.lineId)}::uuid[], ${lines.map((line) => line.received)}::int[],
      ${lines.map((line) => line.damaged)}::int[], ${lines.map((line) => line.wrong)}::int[],
      ${lines.map((line) => line.valueMinor)}::bigint[], ${lines.map((line) => line.costMinor)}::bigint[],
      ${lines.map((line) => line.expiresOn?.toString() ?? null)}::date[]
    ) as given`.execute(tx);
}

export async function noteUndone(tx: Tx, id: ReceiptId, { by, now }: Doing): Promise<void> {
  await sql`
    update purchasing.receipt set undone_at = ${now.toString()}::timestamptz, undone_by = ${by}
    where id = ${id}`.execute(tx);
}

/** What of a line came in and was settled (by invoices, or by returns of what nobody had invoiced), in all so far. */
export type Settled = {
  readonly lineId: PurchaseOrderLineId;
  readonly received: number;
  readonly valueMinor: bigint;
  readonly costMinor: bigint;
  readonly invoiced: number;
  readonly settled: number;
  readonly settledValueMinor: bigint;
  readonly settledMinor: bigint;
};

export async function readSettled(
  db: Db,
  orderId: PurchaseOrderId,
): Promise<Map<PurchaseOrderLineId, Settled>> {
  const { rows } = await sql<Settled>`
    select line.id as "lineId", coalesce(came.pieces, 0)::int as received, coalesce(came.value, 0)::bigint as "valueMinor",
      coalesce(came.cost, 0)::bigint as "costMinor", coalesce(bill.pieces, 0)::int as invoiced,
      (coalesce(bill.pieces, 0) + coalesce(back.pieces, 0))::int as settled,
      (coalesce(bill.value, 0) + coalesce(back.value, 0))::bigint as "settledValueMinor",
      (coalesce(bill.cost, 0) + coalesce(back.cost, 0))::bigint as "settledMinor"
    from purchasing.purchase_order_line line
    left join lateral (select sum(one.received) as pieces, sum(value_minor) as value, sum(cost_minor) as cost
      from purchasing.receipt_line one join purchasing.receipt on receipt.id = one.receipt_id and undone_at is null
      where one.line_id = line.id) came on true
    left join lateral (select sum(one.quantity) as pieces, sum(settled_value_minor) as value, sum(settled_minor) as cost
      from purchasing.supplier_invoice_line one
      join purchasing.supplier_invoice invoice on invoice.id = one.invoice_id and undone_at is null
      where one.line_id = line.id) bill on true
    left join lateral (select sum(one.uninvoiced) as pieces, sum(settled_value_minor) as value, sum(settled_minor) as cost
      from purchasing.supplier_return_line one join purchasing.supplier_return gone on gone.id = one.return_id
        and undone_at is null
      where one.line_id = line.id) back on true
    where line.order_id = ${orderId}`.execute(db);
  return new Map(rows.map((row) => [row.lineId, row]));
}
