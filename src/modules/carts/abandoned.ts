import { sql } from 'kysely';
import type { Tx } from '../../platform/database/index.ts';
import { tell } from '../../platform/outbox/index.ts';
import type { CartId } from './cart.ts';

const QUIET_HOURS = 1;

/**
 * Tells, once a cart, that somebody who can be written to left goods in it an hour ago or more.
 *
 * @returns how many were told now; fewer than `limit` when there are no more
 */
export async function markAbandoned(
  tx: Tx,
  input: { readonly now: Temporal.Instant; readonly limit: number },
): Promise<number> {
  const { now, limit } = input;
  const { rows } = await sql<{ id: CartId }>`
    update carts.cart set abandoned_told_at = ${now.toString()}::timestamptz where id in (
      select id from carts.cart
      where abandoned_told_at is null and completed_at is null and (email <> '' or customer_id is not null)
        and lines <> '[]'::jsonb
        and changed_at <= ${now.subtract({ hours: QUIET_HOURS }).toString()}::timestamptz
      order by id limit ${limit} for update skip locked)
    returning id`.execute(tx);
  for (const { id } of rows) await tell(tx, 'carts.abandoned', { cartId: id }, { isQuiet: true });
  return rows.length;
}
