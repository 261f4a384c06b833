import { sql } from 'kysely';
import type { Refusal } from '../../../kernel/index.ts';
import { ok, type Result } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { readShop } from '../../markets/index.ts';
import { noSupplier } from '../supplier/save-supplier.ts';
import { readSupplier } from '../supplier/store.ts';
import type { SupplierId } from '../supplier/supplier.ts';
import { readLeadTimes } from './deliveries.ts';
import { type LatestDelivery, readLatestDeliveries } from './latest-deliveries.ts';
import type { LeadTime } from './lead-time.ts';
import { type Scorecard, type ScoredLine, scorecardOf } from './scorecard.ts';

export type SupplierScore = Scorecard & {
  readonly leadTime: LeadTime;
  readonly statedLeadDays: number;
  readonly orders: number;
  /** What was invoiced, else agreed, over what their list said; nothing where they have no list. */
  readonly priceToList: number | undefined;
  /** The latest first, at most {@link LATEST}, however long ago. */
  readonly deliveries: readonly LatestDelivery[];
};

const LATEST = 8;

/** How a supplier did with the orders that were sent in the last 365 days. */
export async function supplierScorecard(
  db: Db,
  { supplierId, now }: { readonly supplierId: SupplierId; readonly now: Temporal.Instant },
): Promise<Result<SupplierScore, Refusal<'not_found'>>> {
  const supplier = await readSupplier(db, supplierId);
  if (supplier === undefined) return noSupplier(supplierId);
  const { timeZone } = await readShop(db);
  const [lines, leadTimeOf, deliveries] = await Promise.all([
    readScoredLines(db, { supplierId, now, timeZone }),
    readLeadTimes(db, [supplier], now),
    readLatestDeliveries(db, { supplierId, timeZone, limit: LATEST }),
  ]);
  const [paid, list] = [sumOf(lines.map(({ paid }) => paid)), sumOf(lines.map(({ list }) => list))];
  return ok({
    ...scorecardOf(lines),
    leadTime: leadTimeOf(supplierId),
    ...{ statedLeadDays: supplier.leadDays, orders: new Set(lines.map(({ orderId }) => orderId)).size },
    priceToList: list === 0 ? undefined : paid / list,
    deliveries,
  });
}

type Row = ScoredLine & { readonly orderId: string; readonly paid: number; readonly list: number };

async function readScoredLines(
  db: Db,
  {
    supplierId,
    now,
    timeZone,
  }: {
    readonly supplierId: SupplierId;
    readonly now: Temporal.Instant;
    readonly timeZone: string;
  },
): Promise<readonly Row[]> {
  const zoned = now.toZonedDateTimeISO(timeZone);
  const { rows } = await sql<Row>`
    select made.id::text as "orderId",
      -- What nothing was promised of is not late, and what the shop closed before its day cannot be.
      promised.pieces > 0 and (coalesce(due.on_day < ${zoned.toPlainDate().toString()}::date, false)
        or coalesce(came.in_time, 0) >= promised.pieces) as "isDue",
      coalesce(came.in_time, 0) >= promised.pieces as "cameInTime",
      closed.done as "isClosed", line.received >= line.quantity as "cameInFull",
      line.received + line.damaged + line.wrong > 0 as "hasCome",
      line.damaged + line.wrong + coalesce(back.pieces, 0) > 0 as "isFlawed",
      case when line.list_price_minor is null then 0
        else coalesce(bill.value::float8 / bill.pieces, line.confirmed_price_minor::float8 / line.confirmed_per_quantity,
          line.price_minor::float8 / line.per_quantity) * line.quantity end as paid,
      coalesce(line.list_price_minor::float8 / line.list_per_quantity, 0) * line.quantity as list
    from purchasing.purchase_order made join purchasing.purchase_order_line line on line.order_id = made.id
    cross join lateral (select coalesce(line.confirmed_on, made.expected_on) as on_day) due
    cross join lateral (select coalesce(line.confirmed_quantity, line.quantity) as pieces) promised
    cross join lateral (select made.state in ('received', 'closed_short') as done) closed
    left join lateral (
      select sum(one.received)::int as in_time from purchasing.receipt_line one
      join purchasing.receipt on receipt.id = one.receipt_id and receipt.undone_at is null
      where one.line_id = line.id and (receipt.received_at at time zone ${timeZone})::date <= due.on_day) came on true
    left join lateral (
      -- Too many is no flaw of the goods.
      select sum(one.quantity)::int as pieces from purchasing.supplier_return_line one
      join purchasing.supplier_return on supplier_return.id = one.return_id and reason in ('damaged', 'wrong')
        and supplier_return.undone_at is null
      where one.line_id = line.id) back on true
    left join lateral (
      select sum(one.quantity) as pieces, sum(one.value_minor) as value from purchasing.supplier_invoice_line one
      join purchasing.supplier_invoice invoice on invoice.id = one.invoice_id and invoice.undone_at is null
      where one.line_id = line.id) bill on true
    where made.supplier_id = ${supplierId} and made.state <> 'cancelled'
      and made.sent_at > ${zoned.subtract({ days: 365 }).toInstant().toString()}::timestamptz
    union all
    select origin || ' ' || reference, promised_on is not null, coalesce(came_on <= promised_on, false) and received >= ordered, true,
      received >= ordered, received + flawed > 0, flawed > 0, coalesce(paid_minor, 0), coalesce(list_minor, 0)
    from purchasing.past_delivery
    where supplier_id = ${supplierId} and ordered_on > ${zoned.subtract({ days: 365 }).toPlainDate().toString()}::date`.execute(
    db,
  );
  return rows;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
