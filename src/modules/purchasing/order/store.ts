import { sql } from 'kysely';
import { currencyOf } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { LocationId } from '../../inventory/index.ts';
import type { SupplierId } from '../supplier/supplier.ts';
import { readLines } from './lines-store.ts';
import type { OrderState, PurchaseOrder, PurchaseOrderId, PurchaseOrderLine } from './purchase-order.ts';

type Row = {
  id: PurchaseOrderId;
  number: bigint;
  supplier_id: SupplierId;
  location_id: LocationId;
  state: OrderState;
  currency: string;
  rate_e10: bigint;
  expected_on: Temporal.PlainDate | null;
  expedited_for: Temporal.PlainDate | null;
  note: string;
  version: number;
  made_at: Temporal.Instant;
  made_by: string;
  edited_by: string;
  approved_at: Temporal.Instant | null;
  approved_by: string | null;
  sent_at: Temporal.Instant | null;
  confirmed_at: Temporal.Instant | null;
  closed_at: Temporal.Instant | null;
};

const COLUMNS = sql`id, number, supplier_id, location_id, state, currency, rate_e10, expected_on, expedited_for, note,
  version, made_at, made_by, edited_by, approved_at, approved_by, sent_at, confirmed_at,
  closed_at`;

export async function readPurchaseOrder(db: Db, id: PurchaseOrderId): Promise<PurchaseOrder | undefined> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from purchasing.purchase_order where id = ${id}`.execute(db);
  return (await withLines(db, rows))[0];
}

/** The same, held until the transaction ends: what is done to an order is done one after the other. */
export async function lockPurchaseOrder(tx: Tx, id: PurchaseOrderId): Promise<PurchaseOrder | undefined> {
  await sql`select from purchasing.purchase_order where id = ${id} for update`.execute(tx);
  return readPurchaseOrder(tx, id);
}

/** The latest first, from before the number `before` on. */
export async function listPurchaseOrders(
  db: Db,
  asked: {
    readonly states?: readonly OrderState[] | undefined;
    readonly supplierId?: SupplierId | undefined;
    readonly locationId?: LocationId | undefined;
    /** Only what should have come before this day and has not. */
    readonly lateOn?: Temporal.PlainDate | undefined;
    readonly before?: bigint | undefined;
    readonly limit: number;
  },
): Promise<PurchaseOrder[]> {
  const { states, supplierId, locationId, before, lateOn } = asked;
  const { rows } = await sql<Row>`
    select ${COLUMNS} from purchasing.purchase_order
    where (${states ?? null}::text[] is null or state = any(${states ?? null}::text[]))
      and (${supplierId ?? null}::uuid is null or supplier_id = ${supplierId ?? null})
      and (${locationId ?? null}::uuid is null or location_id = ${locationId ?? null})
      and (${lateOn?.toString() ?? null}::date is null or (expected_on < ${lateOn?.toString() ?? null}::date
        and state in ('sent', 'confirmed', 'partly_received')))
      and (${before ?? null}::bigint is null or number < ${before ?? null}::bigint)
    order by number desc limit ${asked.limit}`.execute(db);
  return withLines(db, rows);
}

/** The order that was made with this reference. */
export async function orderRequested(db: Db, reference: string): Promise<PurchaseOrderId | undefined> {
  const { rows } = await sql<{ id: PurchaseOrderId }>`
    select order_id as id from purchasing.request where reference = ${reference}`.execute(db);
  return rows[0]?.id;
}

/** The draft that goes on being written for a supplier and a place, held; the latest. */
export async function lockDraftFor(
  tx: Tx,
  { supplierId, locationId }: Pick<PurchaseOrder, 'supplierId' | 'locationId'>,
): Promise<PurchaseOrderId | undefined> {
  const { rows } = await sql<{ id: PurchaseOrderId }>`
    select id from purchasing.purchase_order
    where supplier_id = ${supplierId} and location_id = ${locationId} and state = 'draft'
    order by number desc limit 1 for update`.execute(tx);
  return rows[0]?.id;
}

export async function insertRequest(tx: Tx, reference: string, orderId: PurchaseOrderId): Promise<void> {
  await sql`
    insert into purchasing.request (reference, order_id) values (${reference}, ${orderId})`.execute(tx);
}

type Kept = Omit<PurchaseOrder, 'number' | 'lines'>;

/** Writes everything but the lines, of a new one or in place of what was there. */
export async function writeOrder(tx: Tx, order: Kept): Promise<void> {
  const at = (instant: Temporal.Instant | undefined) => sql`${instant?.toString() ?? null}::timestamptz`;
  await sql`
    insert into purchasing.purchase_order (id, supplier_id, location_id, state, currency, rate_e10, expected_on,
      expedited_for, note, version, made_at, made_by, edited_by, approved_at, approved_by, sent_at,
      confirmed_at, closed_at)
    values (${order.id}, ${order.supplierId}, ${order.locationId}, ${order.state}, ${order.currency}, ${order.rateE10},
      ${order.expectedOn?.toString() ?? null}::date, ${order.expeditedFor?.toString() ?? null}::date, ${order.note},
      ${order.version}, ${at(order.made.at)}, ${order.made.by}, ${order.editedBy}, ${at(order.approved?.at)},
      ${order.approved?.by ?? null}, ${at(order.sentAt)}, ${at(order.confirmedAt)},
      ${at(order.closedAt)})
    on conflict (id) do update set location_id = excluded.location_id, state = excluded.state,
      rate_e10 = excluded.rate_e10, expected_on = excluded.expected_on, expedited_for = excluded.expedited_for,
      note = excluded.note, version = excluded.version, edited_by = excluded.edited_by,
      approved_at = excluded.approved_at, approved_by = excluded.approved_by, sent_at = excluded.sent_at,
      confirmed_at = excluded.confirmed_at, closed_at = excluded.closed_at`.execute(tx);
}

async function withLines(db: Db, rows: readonly Row[]): Promise<PurchaseOrder[]> {
  const ids = rows.map(({ id }) => id);
  const lines = await readLines(db, ids);
  return rows.map((row) => orderOf(row, lines.get(row.id) ?? []));
}

function orderOf(row: Row, lines: readonly PurchaseOrderLine[]): PurchaseOrder {
  return {
    ...{ id: row.id, number: `PO-${row.number}`, supplierId: row.supplier_id, locationId: row.location_id },
    ...{ state: row.state, currency: currencyOf(row.currency), rateE10: row.rate_e10, note: row.note },
    ...{ expectedOn: row.expected_on ?? undefined, expeditedFor: row.expedited_for ?? undefined },
    ...{ version: row.version, made: { at: row.made_at, by: row.made_by }, editedBy: row.edited_by },
    approved: row.approved_at === null ? undefined : { at: row.approved_at, by: row.approved_by ?? '' },
    ...{ sentAt: row.sent_at ?? undefined, confirmedAt: row.confirmed_at ?? undefined },
    ...{ closedAt: row.closed_at ?? undefined, lines },
  };
}
