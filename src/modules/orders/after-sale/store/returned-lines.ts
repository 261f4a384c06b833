import { sql } from 'kysely';
import type { Db } from '../../../../platform/database/index.ts';
import type { OrderId, OrderLineId } from '../../order.ts';
import type { ReturnId, ReturnReason, ReturnState } from '../return.ts';

/** Pieces of a line that are to come back, and why. */
export type ReturnedLine = {
  /** Where its return stands in the order in which they are read: anew with each change. */
  readonly xid: bigint;
  readonly id: bigint;
  readonly returnId: ReturnId;
  readonly orderId: OrderId;
  readonly lineId: OrderLineId;
  readonly requestedAt: Temporal.Instant;
  readonly state: ReturnState;
  readonly reason: ReturnReason;
  readonly quantity: number;
};

const PAGE_LIMIT = 10_000;

/**
 * Lines of returns after a position, at most `limit` returns; those of one that changed are read again, all of them. Only
 * those of database transactions that are older than every one that still runs: what commits late is read later.
 */
export async function readReturnedLines(
  db: Db,
  { after, limit }: { readonly after?: Pick<ReturnedLine, 'xid' | 'id'>; readonly limit: number },
): Promise<ReturnedLine[]> {
  if (limit < 1 || limit > PAGE_LIMIT) throw new RangeError(`a page has 1 to ${PAGE_LIMIT} returns`);
  const { xid, id } = after ?? { xid: 0n, id: 0n };
  const { rows } = await sql<ReturnedLine>`
    select made.xid, made.turn as id, made.id as "returnId", order_id as "orderId", line_id as "lineId",
      requested_at as "requestedAt", state, reason, quantity
    from (
      select * from orders."return" where (xid, turn) > (${xid}::xid8, ${id}::bigint)
        and xid < pg_snapshot_xmin(pg_current_snapshot())
      order by xid, turn limit ${limit}) made
    join orders.return_line on return_id = made.id
    order by made.xid, made.turn, line_id`.execute(db);
  return rows;
}
