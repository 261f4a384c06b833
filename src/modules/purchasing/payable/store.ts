import { sql } from 'kysely';
import { currencyOf } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { SupplierInvoiceId } from '../invoice/invoice.ts';
import type { Doing, PurchaseOrderId } from '../order/purchase-order.ts';
import type { SupplierId } from '../supplier/supplier.ts';
import type { ReturnId } from '../supplier-return/supplier-return.ts';
import type { Payable, PayableId } from './payable.ts';

type Row = Omit<
  Payable,
  'currency' | 'orderId' | 'invoiceId' | 'returnId' | 'discountUntil' | 'made' | 'undone'
> & {
  readonly currency: string;
  readonly orderId: PurchaseOrderId | null;
  readonly invoiceId: SupplierInvoiceId | null;
  readonly returnId: ReturnId | null;
  readonly discountUntil: Temporal.PlainDate | null;
  readonly madeAt: Temporal.Instant;
  readonly madeBy: string;
  readonly undoneAt: Temporal.Instant | null;
  readonly undoneBy: string | null;
};

const COLUMNS = sql`id, supplier_id as "supplierId", kind, order_id as "orderId", invoice_id as "invoiceId", return_id as "returnId", number, currency,
  amount_minor as "amountMinor", booked_minor as "bookedMinor", tax_booked_minor as "taxBookedMinor",
  invoiced_on as "invoicedOn", due_on as "dueOn", discount_until as "discountUntil", discount_minor as "discountMinor",
  settled_minor as "settledMinor", discounted_minor as "discountedMinor",
  settled_booked_minor as "settledBookedMinor", made_at as "madeAt", made_by as "madeBy",
  undone_at as "undoneAt", undone_by as "undoneBy"`;

/** Those that are open, or all, the soonest due first, from after a day and id on. */
export async function listPayables(
  db: Db,
  asked: {
    readonly supplierId?: SupplierId | undefined;
    readonly orderId?: PurchaseOrderId | undefined;
    readonly isOpen: boolean;
    readonly after?: readonly [dueOn: string, id: string] | undefined;
    readonly limit: number;
  },
): Promise<Payable[]> {
  const { supplierId = null, orderId = null, isOpen, after, limit } = asked;
  const isAfter = after && sql`and (due_on, id) > (${after[0]}::date, ${after[1]}::uuid)`;
  const { rows } = await sql<Row>`
    select ${COLUMNS} from purchasing.payable
    where (${supplierId}::uuid is null or supplier_id = ${supplierId}) and (${orderId}::uuid is null or order_id = ${orderId})
      ${isOpen ? sql`and undone_at is null and settled_minor <> amount_minor` : sql``} ${isAfter ?? sql``}
    order by due_on, id limit ${limit}`.execute(db);
  return rows.map(payableOf);
}

/** These, held until the transaction ends, in an order that all who hold several keep to. */
export async function lockPayables(
  tx: Tx,
  ids: readonly PayableId[],
): Promise<ReadonlyMap<PayableId, Payable>> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from purchasing.payable where id = any(${ids}::uuid[]) order by id for update`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.id, payableOf(row)]));
}

/** The invoice of a carrier or customs with this number, unless it was taken back. */
export async function chargesNumbered(
  db: Db,
  { supplierId, number }: Pick<Payable, 'supplierId' | 'number'>,
): Promise<Payable | undefined> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from purchasing.payable
    where supplier_id = ${supplierId} and number = ${number} and kind = 'charges' and undone_at is null`.execute(
    db,
  );
  return rows.map(payableOf)[0];
}

/** The credit of goods that went back, held; nothing where nothing was credited. */
export async function lockCreditOf(tx: Tx, returnId: ReturnId): Promise<Payable | undefined> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from purchasing.payable where return_id = ${returnId} for update`.execute(tx);
  return rows.map(payableOf)[0];
}

/** What is owed for an invoice of goods, held; nothing where it asked for nothing. */
export async function lockPayableOf(tx: Tx, invoiceId: SupplierInvoiceId): Promise<Payable | undefined> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from purchasing.payable where invoice_id = ${invoiceId} for update`.execute(tx);
  return rows.map(payableOf)[0];
}

export async function insertPayable(tx: Tx, of: Payable): Promise<void> {
  await sql`
    insert into purchasing.payable (id, supplier_id, kind, order_id, invoice_id, return_id, number, currency, amount_minor,
      booked_minor, tax_booked_minor, invoiced_on, due_on, discount_until, discount_minor, made_at, made_by)
    values (${of.id}, ${of.supplierId}, ${of.kind}, ${of.orderId ?? null}, ${of.invoiceId ?? null},
      ${of.returnId ?? null}, ${of.number}, ${of.currency}, ${of.amountMinor}, ${of.bookedMinor}, ${of.taxBookedMinor}, ${of.invoicedOn.toString()}::date,
      ${of.dueOn.toString()}::date, ${of.discountUntil?.toString() ?? null}::date, ${of.discountMinor},
      ${of.made.at.toString()}::timestamptz, ${of.made.by})`.execute(tx);
}

/** Adds to what is settled of each; below zero takes off again. */
export async function writeSettled(
  tx: Tx,
  lines: readonly {
    readonly payableId: PayableId;
    readonly settledMinor: bigint;
    readonly discountMinor: bigint;
    readonly settledBookedMinor: bigint;
  }[],
): Promise<void> {
  await sql`
    update purchasing.payable of set settled_minor = of.settled_minor + given.settled,
      discounted_minor = of.discounted_minor + given.discount,
      settled_booked_minor = of.settled_booked_minor + given.booked
    from unnest(
      ${lines.map(({ payableId }) => payableId)}::uuid[], ${lines.map((one) => one.settledMinor)}::bigint[],
      ${lines.map((one) => one.discountMinor)}::bigint[], ${lines.map((one) => one.settledBookedMinor)}::bigint[]
    ) as given (id, settled, discount, booked) where of.id = given.id`.execute(tx);
}

export async function notePayableUndone(tx: Tx, id: PayableId, { by, now }: Doing): Promise<void> {
  await sql`
    update purchasing.payable set undone_at = ${now.toString()}::timestamptz, undone_by = ${by}
    where id = ${id}`.execute(tx);
}

function payableOf({ madeAt, madeBy, undoneAt, undoneBy, ...row }: Row): Payable {
  return {
    ...row,
    ...{ currency: currencyOf(row.currency), orderId: row.orderId ?? undefined },
    ...{ invoiceId: row.invoiceId ?? undefined, returnId: row.returnId ?? undefined },
    ...{ discountUntil: row.discountUntil ?? undefined, made: { at: madeAt, by: madeBy } },
    undone: undoneAt === null ? undefined : { at: undoneAt, by: undoneBy ?? '' },
  };
}
