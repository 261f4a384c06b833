import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { ReturnRow } from '../after-sale/store/returns.ts';
import { buyerCondition, type OrderFilter } from './order-filter.ts';

/** The returns of a buyer's orders, the latest first. */
export async function readCustomerReturns(
  db: Db,
  { buyer, limit }: { readonly buyer: NonNullable<OrderFilter['buyer']>; readonly limit: number },
): Promise<ReturnRow[]> {
  const { rows } = await sql<ReturnRow & { readonly receivedAt: Temporal.Instant | null }>`
    select r.id, r.number, r.state, r.is_withdrawal as "isWithdrawal", r.is_exchange as "isExchange",
      r.requested_at as "requestedAt", r.received_at as "receivedAt", r.order_id as "orderId",
      o.number as "orderNumber", o.email, (
        select sum(line.quantity)::int from orders.return_line line where line.return_id = r.id
      ) as quantity
    from orders."order" o join orders."return" r on r.order_id = o.id
    where ${buyerCondition(buyer)}
    order by r.id desc limit ${limit}`.execute(db);
  return rows.map((row) => ({ ...row, receivedAt: row.receivedAt ?? undefined }));
}
