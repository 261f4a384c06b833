import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import { readShop } from '../../markets/index.ts';
import type { SupplierId } from '../supplier/supplier.ts';

/** Of so many lines at least something is usual, and of so many of the latest. */
const FEWEST = 3;
const LATEST = 50;
/** Four in five came no later. */
const USUAL = 0.8;
const MOST_DAYS = 365;

/**
 * How many days after the day that was promised last a supplier's goods have usually come: four lines in five came no later
 * (the nearest-rank quantile). Nothing where fewer than three have come; what came early makes nothing late good.
 */
export async function readUsualLateness(db: Db, supplierId: SupplierId): Promise<number> {
  const { timeZone } = await readShop(db);
  const { rows } = await sql<{ days: number }>`
    select greatest(came_on - promised_on, 0) as days from (
    select made.number, came.on_day as came_on, coalesce(line.confirmed_on, made.expected_on) as promised_on
    from purchasing.purchase_order made join purchasing.purchase_order_line line on line.order_id = made.id
    cross join lateral (
      select (min(receipt.received_at) at time zone ${timeZone})::date as on_day from purchasing.receipt_line one
      join purchasing.receipt on receipt.id = one.receipt_id and receipt.undone_at is null
      where one.line_id = line.id and one.received > 0) came
    where made.supplier_id = ${supplierId} and came.on_day is not null
    union all
    select null, came_on, promised_on from purchasing.past_delivery
    where supplier_id = ${supplierId} and received > 0
    ) come where promised_on is not null
    order by number desc nulls last, came_on desc limit ${LATEST}`.execute(db);
  return usualLateness(rows.map(({ days }) => days));
}

/** @example usualLateness([0, 0, 1, 4, 9]) // 4: four of the five came no later */
export function usualLateness(lateDays: readonly number[]): number {
  if (lateDays.length < FEWEST) return 0;
  const sorted = lateDays.toSorted((a, b) => a - b);
  return Math.min(sorted[Math.ceil(USUAL * sorted.length) - 1] ?? 0, MOST_DAYS);
}
