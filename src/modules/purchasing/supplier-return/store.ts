import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { Doing, PurchaseOrderId, PurchaseOrderLineId } from '../order/purchase-order.ts';
import type { CreditTax } from './credit-tax.ts';
import type { SettledReturn } from './plan-return.ts';
import type { Credited, CreditedLine, ReturnId, ReturnReason, SupplierReturn } from './supplier-return.ts';

export async function insertReturn(
  tx: Tx,
  about: Doing &
    CreditTax & {
      readonly returnId: ReturnId;
      readonly id: PurchaseOrderId;
      readonly number: number;
      readonly reason: ReturnReason;
      readonly reference: string;
      readonly note?: string | undefined;
    },
  lines: readonly SettledReturn[],
): Promise<void> {
  await sql`
    insert into purchasing.supplier_return (id, order_id, number, reason, note, reference, tax_minor, tax_booked_minor,
      returned_at, returned_by)
    values (${about.returnId}, ${about.id}, ${about.number}, ${about.reason}, ${about.note ?? ''}, ${about.reference},
      ${about.taxMinor}, ${about.taxBookedMinor}, ${about.now.toString()}::timestamptz, ${about.by})`.execute(
    tx,
  );
  await sql`
    insert into purchasing.supplier_return_line (return_id, line_id, quantity, uninvoiced, settled_value_minor,
      settled_minor, credit_minor, credit_value_minor)
    select ${about.returnId}::uuid, given.* from unnest(
      ${lines.map(({ line }) => line.id)}::uuid[], ${lines.map(({ quantity }) => quantity)}::int[],
      ${lines.map(({ uninvoiced }) => uninvoiced)}::int[], ${lines.map((one) => one.settledValueMinor)}::bigint[],
      ${lines.map((one) => one.settledMinor)}::bigint[], ${lines.map((one) => one.creditMinor)}::bigint[],
      ${lines.map((one) => one.creditValueMinor)}::bigint[]
    ) as given`.execute(tx);
}

export async function readSupplierReturns(
  db: Db,
  orderId: PurchaseOrderId,
): Promise<readonly SupplierReturn[]> {
  const { rows } = await sql<SupplierReturn>`
    select id, reason, note, reference, returned_at as "at", returned_by as "by", tax_booked_minor as "taxBookedMinor",
      (select jsonb_agg(jsonb_build_object('lineId', line_id, 'quantity', quantity) order by line_id)
        from purchasing.supplier_return_line line where line.return_id = supplier_return.id) as lines,
      (select sum(credit_minor)::bigint from purchasing.supplier_return_line line
        where line.return_id = supplier_return.id) as "creditMinor"
    from purchasing.supplier_return where order_id = ${orderId} order by number`.execute(db);
  return rows;
}

/** What went back of an order after its invoice. */
export async function readCredited(db: Db, orderId: PurchaseOrderId): Promise<Credited> {
  const { rows } = await sql<CreditedLine & { readonly lineId: PurchaseOrderLineId }>`
    select line_id as "lineId", sum(quantity - uninvoiced)::int as pieces,
      sum(credit_value_minor)::bigint as "valueMinor", sum(credit_minor - settled_minor)::bigint as "bookedMinor"
    from purchasing.supplier_return_line line join purchasing.supplier_return back on back.id = line.return_id
    where back.order_id = ${orderId} group by line_id`.execute(db);
  const { rows: taxes } = await sql<Omit<Credited, 'lines'>>`
    select coalesce(sum(tax_minor), 0)::bigint as "taxMinor",
      coalesce(sum(tax_booked_minor), 0)::bigint as "taxBookedMinor"
    from purchasing.supplier_return where order_id = ${orderId}`.execute(db);
  const [{ taxMinor, taxBookedMinor } = { taxMinor: 0n, taxBookedMinor: 0n }] = taxes;
  return { lines: new Map(rows.map(({ lineId, ...line }) => [lineId, line])), taxMinor, taxBookedMinor };
}
