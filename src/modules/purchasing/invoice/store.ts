import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { Doing, PurchaseOrderId } from '../order/purchase-order.ts';
import type { SupplierInvoice, SupplierInvoiceId } from './invoice.ts';
import type { MatchedLine } from './match.ts';

type Row = Omit<SupplierInvoice, 'undone'> & {
  readonly undoneAt: Temporal.Instant | null;
  readonly undoneBy: string | null;
};

/** All invoices of an order, those that were taken back among them, in their order. */
export async function readSupplierInvoices(
  db: Db,
  orderId: PurchaseOrderId,
): Promise<readonly SupplierInvoice[]> {
  const { rows } = await sql<Row>`
    select id, order_id as "orderId", number, invoiced_on as "invoicedOn", due_on as "dueOn", goods_minor as "goodsMinor",
      charges_minor as "chargesMinor", tax_minor as "taxMinor", rate_e10 as "rateE10", made_by as "by", made_at as "at",
      undone_at as "undoneAt", undone_by as "undoneBy"
    from purchasing.supplier_invoice where order_id = ${orderId} order by made_at, id`.execute(db);
  return rows.map(({ undoneAt, undoneBy, ...row }) => ({
    ...row,
    undone: undoneAt === null ? undefined : { at: undoneAt, by: undoneBy ?? '' },
  }));
}

/** What each invoice of an order that stands is for, line by line. */
export async function readInvoicedLines(
  db: Db,
  orderId: PurchaseOrderId,
): Promise<(MatchedLine & { readonly invoiceId: SupplierInvoiceId })[]> {
  const { rows } = await sql<MatchedLine & { readonly invoiceId: SupplierInvoiceId }>`
    select invoice_id as "invoiceId", line_id as "lineId", quantity, value_minor as "valueMinor",
      settled_value_minor as "settledValueMinor", settled_minor as "settledMinor"
    from purchasing.supplier_invoice_line line join purchasing.supplier_invoice invoice on invoice.id = invoice_id
    where order_id = ${orderId} and undone_at is null order by made_at, invoice_id, line_id`.execute(db);
  return rows;
}

/** Of which order an invoice is. */
export async function orderOfInvoice(db: Db, id: SupplierInvoiceId): Promise<PurchaseOrderId | undefined> {
  const { rows } = await sql<{ id: PurchaseOrderId }>`
    select order_id as id from purchasing.supplier_invoice where id = ${id}`.execute(db);
  return rows[0]?.id;
}

export async function insertSupplierInvoice(
  tx: Tx,
  invoice: Omit<SupplierInvoice, 'undone'>,
  lines: readonly MatchedLine[],
): Promise<void> {
  await sql`
    insert into purchasing.supplier_invoice (id, order_id, number, invoiced_on, due_on, goods_minor, charges_minor,
      tax_minor, rate_e10, made_at, made_by)
    values (${invoice.id}, ${invoice.orderId}, ${invoice.number}, ${invoice.invoicedOn.toString()}::date,
      ${invoice.dueOn.toString()}::date, ${invoice.goodsMinor}, ${invoice.chargesMinor}, ${invoice.taxMinor},
      ${invoice.rateE10}, ${invoice.at.toString()}::timestamptz, ${invoice.by})`.execute(tx);
  await sql`
    insert into purchasing.supplier_invoice_line (invoice_id, line_id, quantity, value_minor, settled_value_minor,
      settled_minor)
    select ${invoice.id}::uuid, given.* from unnest(
      ${lines.map((line) => line.lineId)}::uuid[], ${lines.map((line) => line.quantity)}::int[],
      ${lines.map((line) => line.valueMinor)}::bigint[], ${lines.map((line) => line.settledValueMinor)}::bigint[],
      ${lines.map((line) => line.settledMinor)}::bigint[]
    ) as given`.execute(tx);
}

export async function noteInvoiceUndone(tx: Tx, id: SupplierInvoiceId, { by, now }: Doing): Promise<void> {
  await sql`
    update purchasing.supplier_invoice set undone_at = ${now.toString()}::timestamptz, undone_by = ${by}
    where id = ${id}`.execute(tx);
}
