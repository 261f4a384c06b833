import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import { readShop } from '../../markets/index.ts';
import { openDaysUntil } from '../supplier/calendar.ts';
import type { Supplier, SupplierId } from '../supplier/supplier.ts';
import { type Delivery, type LeadTime, learnLeadTime } from './lead-time.ts';

type Row = {
  readonly supplierId: SupplierId;
  readonly orderedOn: Temporal.PlainDate;
  /** Today where it has not come. */
  readonly cameOn: Temporal.PlainDate;
  readonly isOpen: boolean;
};

/**
 * The lead time of each supplier, in days on which they are open, from their latest deliveries and the orders that are still
 * to come. The one definition: needs, promises and scorecards read it.
 */
export async function readLeadTimes(
  db: Db,
  suppliers: readonly Pick<Supplier, 'id' | 'leadDays' | 'closedDays'>[],
  now: Temporal.Instant,
): Promise<(id: SupplierId) => LeadTime> {
  const rows = Map.groupBy(await readDeliveries(db, suppliers, now), ({ supplierId }) => supplierId);
  const learned = new Map(
    suppliers.map(({ id, leadDays, closedDays }) => {
      const deliveries = (rows.get(id) ?? []).map(({ orderedOn, cameOn, isOpen }): Delivery => {
        return { days: openDaysUntil(orderedOn, cameOn, closedDays), isOpen };
      });
      return [id, learnLeadTime(leadDays, deliveries)];
    }),
  );
  return (id) => {
    const known = learned.get(id);
    if (known === undefined) throw new RangeError(`the lead time of ${id} was not asked for`);
    return known;
  };
}

async function readDeliveries(
  db: Db,
  suppliers: readonly Pick<Supplier, 'id'>[],
  now: Temporal.Instant,
): Promise<readonly Row[]> {
  const { timeZone } = await readShop(db);
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate().toString();
  const ids = suppliers.map(({ id }) => id);
  const { rows } = await sql<Row>`
    with made as (
      select made.supplier_id as "supplierId", came.first_on is null as "isOpen", made.number,
        (made.sent_at at time zone ${timeZone})::date as "orderedOn", coalesce(came.first_on, ${today}::date) as "cameOn"
      from purchasing.purchase_order made left join lateral (
        -- The first receipt says how long they took; what was short is another matter (in full).
        select (min(received_at) at time zone ${timeZone})::date as first_on from purchasing.receipt
        where receipt.order_id = made.id and undone_at is null) came on true
      where made.supplier_id = any(${ids}::uuid[]) and made.sent_at is not null
        and (came.first_on is not null or made.state in ('sent', 'confirmed'))
      union all
      select supplier_id, false, null, min(ordered_on), min(came_on) from purchasing.past_delivery
      where supplier_id = any(${ids}::uuid[]) group by supplier_id, origin, reference
    )
    select "supplierId", "orderedOn", "cameOn", "isOpen" from (
      select *, row_number() over (
        partition by "supplierId" order by number desc nulls last, "orderedOn" desc, "cameOn" desc) as latest from made
    ) delivery where latest <= 100 and "cameOn" >= "orderedOn"`.execute(db);
  return rows;
}
