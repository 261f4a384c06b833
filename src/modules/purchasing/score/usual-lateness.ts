import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import { readShop } from '../../markets/index.ts';
import type { SupplierId } from '../supplier/supplier.ts';

/** Fewer deliveries say nothing of what is usual. */
const LEAST = 3;

/**
 * How many days after the promised one a supplier's goods usually come: the median of their latest twenty deliveries, early
 * ones taken as punctual; 0 of a supplier of whom fewer than three came. What shoppers are told adds it.
 */
export async function readUsualLateness(db: Db, supplierId: SupplierId): Promise<number> {
  const { timeZone } = await readShop(db);
  const { rows } = await sql<{ days: number }>`
    select percentile_disc(0.5) within group (order by late)::int as days from (
      select greatest((came.first_at at time zone ${timeZone})::date - promised.on_day, 0) as late
      from purchasing.purchase_order made
      cross join lateral (select min(received_at) as first_at from purchasing.receipt
        where receipt.order_id = made.id and undone_at is null) came
      cross join lateral (select coalesce(min(confirmed_on), made.expected_on) as on_day
        from purchasing.purchase_order_line line where line.order_id = made.id) promised
      where made.supplier_id = ${supplierId} and came.first_at is not null and promised.on_day is not null
      order by made.number desc limit 20
    ) delivery having count(*) >= ${LEAST}`.execute(db);
  return rows[0]?.days ?? 0;
}
