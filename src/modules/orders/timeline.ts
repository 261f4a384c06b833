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

/**
 * A note of a member of staff in the timeline; shoppers never see it. Members whom it names by `mentions` find it among
 * what waits for them.
 */
export async function addOrderNote(
  tx: Tx,
  input: {
    readonly orderId: OrderId;
    readonly text: string;
    /** Ids of members of staff. */
    readonly mentions?: readonly string[];
    readonly actor: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<undefined, Refusal<'missing' | 'too_long' | 'unknown_order'>>> {
  const text = input.text.trim();
  if (text === '') return refuse('missing', 'a note has a text', 'text');
  if (text.length > NOTE_LENGTH)
    return refuse('too_long', `a note has at most ${NOTE_LENGTH} characters`, 'text');
  const at = sql`${input.now.toString()}::timestamptz`;
  const { rows } = await sql`
    with noted as (
      insert into orders.event (order_id, kind, at, actor, data)
      select id, 'note', ${at}, ${input.actor}, jsonb_build_object('text', ${text}::text)
      from orders."order" where id = ${input.orderId} returning id, order_id
    ), named as (
      insert into orders.mention (event_id, member_id, order_id, at)
      select distinct noted.id, member.id, noted.order_id, ${at}
      from noted, unnest(${input.mentions ?? []}::uuid[]) as member (id)
    )
    select id from noted`.execute(tx);
  return rows.length === 1 ? ok(undefined) : refuse('unknown_order', 'there is no such order', 'orderId');
}
