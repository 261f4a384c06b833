import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { OrderId } from '../order.ts';

/** A note that names a member of staff, who has not looked at it yet. */
export type Mention = {
  readonly eventId: bigint;
  readonly orderId: OrderId;
  readonly orderNumber: string;
  readonly text: string;
  /** Who wrote it. */
  readonly actor: string;
  readonly at: Temporal.Instant;
};

/** The notes that wait for this member, the oldest first. */
export async function readMentions(
  db: Db,
  { memberId, limit }: { readonly memberId: string; readonly limit: number },
): Promise<Mention[]> {
  const { rows } = await sql<Mention>`
    select m.event_id as "eventId", m.order_id as "orderId", o.number as "orderNumber", e.data ->> 'text' as text,
      e.actor, m.at
    from orders.mention m join orders.event e on e.id = m.event_id join orders."order" o on o.id = m.order_id
    where m.member_id = ${memberId} and m.seen_at is null order by m.at limit ${limit}`.execute(db);
  return rows;
}

/** The member has looked at the order: no note of it waits for them any more. */
export async function seeMentions(
  tx: Tx,
  input: { readonly memberId: string; readonly orderId: OrderId; readonly now: Temporal.Instant },
): Promise<void> {
  await sql`
    update orders.mention set seen_at = ${input.now.toString()}::timestamptz
    where member_id = ${input.memberId} and order_id = ${input.orderId} and seen_at is null`.execute(tx);
}
