import { sql } from 'kysely';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { OrderId } from '../order.ts';

export { addOrderNote, readTimeline } from '../timeline.ts';

const MOST_TAGS = 50;
const TAG = /^\S(.{0,38}\S)?$/u;

export type TagRefusal = Refusal<'unknown_order' | 'not_a_tag' | 'too_many_tags'>;

/** Puts tags on orders and takes others off: all of them, or none. Said again, it changes nothing. */
export async function tagOrders(
  tx: Tx,
  input: {
    readonly orderIds: readonly OrderId[];
    readonly add: readonly string[];
    readonly remove: readonly string[];
  },
): Promise<Result<undefined, TagRefusal>> {
  const { orderIds } = input;
  const [add, remove] = [input.add.map((tag) => tag.trim()), input.remove.map((tag) => tag.trim())];
  const wrong = add.findIndex((tag) => !TAG.test(tag));
  if (wrong >= 0) return refuse('not_a_tag', 'a tag has 1 to 40 characters on one line', `add[${wrong}]`);
  if ((await lockOrders(tx, orderIds)) < new Set(orderIds).size) return UNKNOWN;
  await sql`delete from orders.order_tag
    where order_id = any(${orderIds}::uuid[]) and tag = any(${remove}::text[])`.execute(tx);
  await sql`
    insert into orders.order_tag (tag, order_id)
    select tag, id from unnest(${add}::text[]) given (tag), unnest(${orderIds}::uuid[]) chosen (id)
    on conflict do nothing`.execute(tx);
  const { rows } = await sql`
    select from orders.order_tag where order_id = any(${orderIds}::uuid[])
    group by order_id having count(*) > ${MOST_TAGS}`.execute(tx);
  return rows.length === 0
    ? ok(undefined)
    : refuse('too_many_tags', `an order has at most ${MOST_TAGS} tags`, 'add');
}

/** Takes orders out of the lists that people work through, or puts them back. */
export async function archiveOrders(
  tx: Tx,
  input: {
    readonly orderIds: readonly OrderId[];
    readonly isArchived: boolean;
    readonly now: Temporal.Instant;
  },
): Promise<Result<undefined, Refusal<'unknown_order'>>> {
  const { orderIds, isArchived } = input;
  if ((await lockOrders(tx, orderIds)) < new Set(orderIds).size) return UNKNOWN;
  await sql`
    update orders."order" set archived_at = ${isArchived ? input.now.toString() : null}::timestamptz
    where id = any(${orderIds}::uuid[]) and (archived_at is not null) <> ${isArchived}`.execute(tx);
  return ok(undefined);
}

/** The tags that orders have, those first that most have. */
export async function readOrderTags(db: Db): Promise<{ readonly tag: string; readonly count: number }[]> {
  const { rows } = await sql<{ tag: string; count: number }>`
    select tag, count(*)::int as count from orders.order_tag group by tag order by 2 desc, 1 limit 200
  `.execute(db);
  return rows;
}

const UNKNOWN = refuse('unknown_order', 'one of them is no order', 'orderIds');

/** How many of them there are; nobody else marks them until the transaction ends. */
async function lockOrders(tx: Tx, orderIds: readonly OrderId[]): Promise<number> {
  const { rows } = await sql`
    select from orders."order" where id = any(${orderIds}::uuid[]) order by id for update`.execute(tx);
  return rows.length;
}
