import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { SupplierId } from '../supplier/supplier.ts';
import type { Delivery } from './lead-time.ts';

/** The latest deliveries of each supplier, and the orders that are still to come; the lead time is learned from these. */
export async function readDeliveries(
  db: Db,
  { supplierIds, now }: { readonly supplierIds: readonly SupplierId[]; readonly now: Temporal.Instant },
): Promise<Map<SupplierId, Delivery[]>> {
  const { rows } = await sql<Delivery & { readonly supplierId: SupplierId }>`
    select "supplierId", days, "isOpen" from (
      select made.supplier_id as "supplierId", came.first_at is null as "isOpen",
        extract(epoch from coalesce(came.first_at, ${now.toString()}::timestamptz) - made.sent_at)::float8 / 86400 as days,
        row_number() over (partition by made.supplier_id order by made.number desc) as latest
      from purchasing.purchase_order made left join lateral (
        -- The first receipt says how long they took; what was short is another matter (in full).
        select min(received_at) as first_at from purchasing.receipt
        where receipt.order_id = made.id and undone_at is null) came on true
      where made.supplier_id = any(${supplierIds}::uuid[]) and made.sent_at is not null
        and (came.first_at is not null or made.state in ('sent', 'confirmed'))
    ) delivery where latest <= 100 and days >= 0`.execute(db);
  return Map.groupBy(rows, (row) => row.supplierId);
}
