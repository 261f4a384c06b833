import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { PurchaseOrderId } from '../order/purchase-order.ts';
import type { SupplierInvoice } from './invoice.ts';
import type { MatchedLine } from './match.ts';

export async function readSupplierInvoices(
  db: Db,
  orderId: PurchaseOrderId,
): Promise<readonly SupplierInvoice[]> {
  const { rows } = await sql<SupplierInvoice>`
    select id, order_id as "orderId", number, invoiced_on as "invoicedOn", due_on as "dueOn", goods_minor as "goodsMinor",
      charges_minor as "chargesMinor", tax_minor as "taxMinor", rate_e10 as "rateE10", made_by as "by", made_at as "at"
    from purchasing.supplier_invoice where order_id = ${orderId} order by made_at, id`.execute(db);
  return rows;
}

export async function insertSupplierInvoice(
  tx: Tx,
  invoice: SupplierInvoice,
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
