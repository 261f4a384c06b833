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
  lines: readonly (SettledReturn & { readonly leftMinor: bigint })[],
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
      settled_minor, credit_minor, credit_value_minor, left_minor)
    select ${about.returnId}::uuid, given.* from unnest(
      ${lines.map(({ line }) => line.id)}::uuid[], ${lines.map(({ quantity }) => quantity)}::int[],
      ${lines.map(({ uninvoiced }) => uninvoiced)}::int[], ${lines.map((one) => one.settledValueMinor)}::bigint[],
      ${lines.map((one) => one.settledMinor)}::bigint[], ${lines.map((one) => one.creditMinor)}::bigint[],
      ${lines.map((one) => one.creditValueMinor)}::bigint[], ${lines.map((one) => one.leftMinor)}::bigint[]
    ) as given`.execute(tx);
}

type Row = Omit<SupplierReturn, 'lines' | 'undone'> & {
  readonly undoneAt: Temporal.Instant | null;
  readonly undoneBy: string | null;
};
type LineRow = SupplierReturn['lines'][number] & { readonly returnId: ReturnId };

/** All that went back of an order, what was taken back among it, in its order. */
export async function readSupplierReturns(
  db: Db,
  orderId: PurchaseOrderId,
): Promise<readonly SupplierReturn[]> {
  const { rows } = await sql<Row>`
    select id, reason, note, reference, returned_at as "at", returned_by as "by", tax_booked_minor as "taxBookedMinor",
      undone_at as "undoneAt", undone_by as "undoneBy", line.credit as "creditMinor", line.settled as "settledMinor"
    from purchasing.supplier_return join lateral (
      select coalesce(sum(credit_minor), 0)::bigint as credit, coalesce(sum(settled_minor), 0)::bigint as settled
      from purchasing.supplier_return_line where return_id = supplier_return.id) line on true
    where order_id = ${orderId} order by number`.execute(db);
  if (rows.length === 0) return [];
  const { rows: lines } = await sql<LineRow>`
    select return_id as "returnId", line_id as "lineId", quantity, left_minor as "leftMinor"
    from purchasing.supplier_return_line where return_id = any(${rows.map(({ id }) => id)}::uuid[])
    order by line_id`.execute(db);
  const groups = Map.groupBy(lines, ({ returnId }) => returnId);
  return rows.map(({ undoneAt, undoneBy, ...row }) => ({
    ...row,
    undone: undoneAt === null ? undefined : { at: undoneAt, by: undoneBy ?? '' },
    lines: (groups.get(row.id) ?? []).map(({ returnId: _, ...line }) => line),
  }));
}

/** Of which order a return is. */
export async function orderOfReturn(db: Db, id: ReturnId): Promise<PurchaseOrderId | undefined> {
  const { rows } = await sql<{ id: PurchaseOrderId }>`
    select order_id as id from purchasing.supplier_return where id = ${id}`.execute(db);
  return rows[0]?.id;
}

export async function noteReturnUndone(tx: Tx, id: ReturnId, { by, now }: Doing): Promise<void> {
  await sql`
    update purchasing.supplier_return set undone_at = ${now.toString()}::timestamptz, undone_by = ${by}
    where id = ${id}`.execute(tx);
}

/** What went back of an order after its invoice, and was not taken back. */
export async function readCredited(db: Db, orderId: PurchaseOrderId): Promise<Credited> {
  const { rows } = await sql<CreditedLine & { readonly lineId: PurchaseOrderLineId }>`
    select line_id as "lineId", sum(quantity - uninvoiced)::int as pieces,
      sum(credit_value_minor)::bigint as "valueMinor", sum(credit_minor - settled_minor)::bigint as "bookedMinor"
    from purchasing.supplier_return_line line join purchasing.supplier_return back on back.id = line.return_id
    where back.order_id = ${orderId} and back.undone_at is null group by line_id`.execute(db);
  const { rows: taxes } = await sql<Omit<Credited, 'lines'>>`
    select coalesce(sum(tax_minor), 0)::bigint as "taxMinor",
      coalesce(sum(tax_booked_minor), 0)::bigint as "taxBookedMinor"
    from purchasing.supplier_return where order_id = ${orderId} and undone_at is null`.execute(db);
  const [{ taxMinor, taxBookedMinor } = { taxMinor: 0n, taxBookedMinor: 0n }] = taxes;
  return { lines: new Map(rows.map(({ lineId, ...line }) => [lineId, line])), taxMinor, taxBookedMinor };
}
