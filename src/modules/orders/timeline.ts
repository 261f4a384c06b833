import { sql } from 'kysely';
import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Db, Tx } from '../../platform/database/index.ts';
import type { OrderEvent, OrderId } from './order.ts';

const NOTE_LENGTH = 2_000;
const MOST_EVENTS = 1_000;

/** What happened to an order, the first first. */
export async function readTimeline(db: Db, orderId: OrderId): Promise<OrderEvent[]> {
  const { rows } = await sql<OrderEvent>`
    select id, kind, at, actor, data from orders.event where order_id = ${orderId} order by id limit ${MOST_EVENTS}
  `.execute(db);
  return rows;
}

/** A note of a member of staff in the timeline; shoppers never see it. */
export async function addOrderNote(
  tx: Tx,
  input: {
    readonly orderId: OrderId;
    readonly text: string;
    readonly actor: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<undefined, Refusal<'missing' | 'too_long' | 'unknown_order'>>> {
  const text = input.text.trim();
  if (text === '') return refuse('missing', 'a note has a text', 'text');
  if (text.length > NOTE_LENGTH)
    return refuse('too_long', `a note has at most ${NOTE_LENGTH} characters`, 'text');
  const { numAffectedRows } = await sql`
    insert into orders.event (order_id, kind, at, actor, data)
    select id, 'note', ${input.now.toString()}::timestamptz, ${input.actor}, jsonb_build_object('text', ${text}::text)
    from orders."order" where id = ${input.orderId}`.execute(tx);
  return numAffectedRows === 1n
    ? ok(undefined)
    : refuse('unknown_order', 'there is no such order', 'orderId');
}
