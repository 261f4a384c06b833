import { sql } from 'kysely';
import { currencyOf } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { Doing } from '../order/purchase-order.ts';
import type { SupplierId } from '../supplier/supplier.ts';
import type { PaymentId, SettledLine, SupplierPayment } from './payment.ts';

type Row = Omit<SupplierPayment, 'currency' | 'made' | 'undone' | 'lines'> & {
  readonly currency: string;
  readonly madeAt: Temporal.Instant;
  readonly madeBy: string;
  readonly undoneAt: Temporal.Instant | null;
  readonly undoneBy: string | null;
};

/** The latest first, from before a day and id on; of one supplier, or with one id, or all. */
export async function listSupplierPayments(
  db: Db,
  asked: {
    readonly id?: PaymentId | undefined;
    readonly supplierId?: SupplierId | undefined;
    readonly reference?: string | undefined;
    readonly before?: readonly [paidOn: string, id: string] | undefined;
    readonly limit: number;
  },
): Promise<SupplierPayment[]> {
  const { id = null, supplierId = null, reference = null, before, limit } = asked;
  const isBefore = before && sql`and (paid_on, id) < (${before[0]}::date, ${before[1]}::uuid)`;
  const { rows } = await sql<Row>`
    select id, supplier_id as "supplierId", currency, amount_minor as "amountMinor", bank_minor as "bankMinor",
      paid_on as "paidOn", reference, made_at as "madeAt", made_by as "madeBy", undone_at as "undoneAt",
      undone_by as "undoneBy"
    from purchasing.payment
    where (${id}::uuid is null or id = ${id}) and (${supplierId}::uuid is null or supplier_id = ${supplierId})
      and (${reference}::text is null or (reference = ${reference} and undone_at is null)) ${isBefore ?? sql``}
    order by paid_on desc, id desc limit ${limit}`.execute(db);
  if (rows.length === 0) return [];
  const { rows: lines } = await sql<SettledLine & { readonly paymentId: PaymentId }>`
    select payment_id as "paymentId", payable_id as "payableId", payable.number, paid_minor as "paidMinor",
      line.discount_minor as "discountMinor", line.settled_booked_minor as "settledBookedMinor",
      discount_booked_minor as "discountBookedMinor", discount_tax_minor as "discountTaxMinor"
    from purchasing.payment_line line join purchasing.payable on payable.id = line.payable_id
    where payment_id = any(${rows.map((row) => row.id)}::uuid[]) order by payable.due_on, payable_id`.execute(
    db,
  );
  const groups = Map.groupBy(lines, ({ paymentId }) => paymentId);
  return rows.map(({ madeAt, madeBy, undoneAt, undoneBy, ...row }) => ({
    ...{ ...row, currency: currencyOf(row.currency), made: { at: madeAt, by: madeBy } },
    undone: undoneAt === null ? undefined : { at: undoneAt, by: undoneBy ?? '' },
    lines: (groups.get(row.id) ?? []).map(({ paymentId: _, ...line }) => line),
  }));
}

export async function insertPayment(tx: Tx, of: SupplierPayment): Promise<void> {
  await sql`
    insert into purchasing.payment (id, supplier_id, currency, amount_minor, bank_minor, paid_on, reference, made_at,
      made_by)
    values (${of.id}, ${of.supplierId}, ${of.currency}, ${of.amountMinor}, ${of.bankMinor},
      ${of.paidOn.toString()}::date, ${of.reference}, ${of.made.at.toString()}::timestamptz, ${of.made.by})`.execute(
    tx,
  );
  const { lines } = of;
  await sql`
    insert into purchasing.payment_line (payment_id, payable_id, paid_minor, discount_minor, settled_booked_minor,
      discount_booked_minor, discount_tax_minor)
    select ${of.id}::uuid, given.* from unnest(
      ${lines.map(({ payableId }) => payableId)}::uuid[], ${lines.map(({ paidMinor }) => paidMinor)}::bigint[],
      ${lines.map((one) => one.discountMinor)}::bigint[], ${lines.map((one) => one.settledBookedMinor)}::bigint[],
      ${lines.map((one) => one.discountBookedMinor)}::bigint[], ${lines.map((one) => one.discountTaxMinor)}::bigint[]
    ) as given`.execute(tx);
}

/** False where somebody took it back already. */
export async function notePaymentUndone(tx: Tx, id: PaymentId, { by, now }: Doing): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update purchasing.payment set undone_at = ${now.toString()}::timestamptz, undone_by = ${by}
    where id = ${id} and undone_at is null`.execute(tx);
  return numAffectedRows > 0n;
}
