import { sql } from 'kysely';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import type { CustomerId } from '../customer.ts';
import { lockCustomers } from '../store/customers.ts';

const MOST_TAGS = 50;
const TAG = /^[\p{L}\p{N}][\p{L}\p{N} _-]{0,39}$/u;
const NOTE_LENGTH = 2_000;

export type CustomerNote = {
  readonly id: bigint;
  readonly text: string;
  readonly actor: string;
  readonly at: Temporal.Instant;
};

/** Puts tags on customers, or them into segments by hand, and takes others off: all of them or none. */
export async function markCustomers(
  tx: Tx,
  input: {
    readonly customerIds: readonly CustomerId[];
    readonly what: 'tags' | 'segments';
    readonly add: readonly string[];
    readonly remove: readonly string[];
    readonly now: Temporal.Instant;
  },
): Promise<Result<undefined, Refusal<'not_found' | 'invalid' | 'too_many'>>> {
  const { customerIds, what, add, remove } = input;
  const wrong = add.findIndex((word) => !TAG.test(word));
  if (wrong >= 0) {
    return refuse(
      'invalid',
      `${what} are words of 1 to 40 letters, digits, spaces, _ and -`,
      `add[${wrong}]`,
    );
  }
  const ids = [...new Set(customerIds)];
  if ((await lockCustomers(tx, ids)).length < ids.length) {
    return refuse('not_found', 'one of them is no customer', 'customerIds');
  }
  const column = sql.ref(what);
  const { rows } = await sql<{ id: CustomerId; count: number }>`
    update customers.customer set version = version + 1, updated_at = ${input.now.toString()}::timestamptz,
      ${column} = array(select distinct word from unnest(${column} || ${add}::text[]) as given (word)
        where word <> all(${remove}::text[]) order by word)
    where id = any(${ids}::uuid[])
    returning id, cardinality(${column}) as count`.execute(tx);
  if (rows.some(({ count }) => count > MOST_TAGS)) {
    return refuse('too_many', `a customer has at most ${MOST_TAGS} ${what}`, 'add');
  }
  for (const { id: customerId } of rows) await tell(tx, 'customers.changed', { customerId });
  return ok(undefined);
}

/** What staff want to remember of a customer; they never see it here, and get a copy when they ask what is kept of them. */
export async function addCustomerNote(
  tx: Tx,
  input: {
    readonly customerId: CustomerId;
    readonly text: string;
    readonly actor: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<undefined, Refusal<'not_found' | 'missing' | 'too_long'>>> {
  const text = input.text.trim();
  if (text === '') return refuse('missing', 'a note has a text', 'text');
  if (text.length > NOTE_LENGTH) return refuse('too_long', `at most ${NOTE_LENGTH} characters`, 'text');
  const { numAffectedRows } = await sql`
    insert into customers.note (customer_id, text, actor, at)
    select id, ${text}::text, ${input.actor}::text, ${input.now.toString()}::timestamptz from customers.customer
    where id = ${input.customerId} and erased_at is null and merged_into is null`.execute(tx);
  return numAffectedRows === 1n ? ok(undefined) : refuse('not_found', 'no such customer', 'customerId');
}

/** The latest first; those of whoever was merged into them among them. */
export async function readCustomerNotes(db: Db, id: CustomerId): Promise<CustomerNote[]> {
  const { rows } = await sql<CustomerNote>`
    select id, text, actor, at from customers.note
    where customer_id = ${id} or customer_id in (select id from customers.customer where merged_into = ${id})
    order by id desc limit 200`.execute(db);
  return rows;
}

/** The tags that customers have, those first that most have. */
export async function readCustomerTags(db: Db): Promise<{ readonly tag: string; readonly count: number }[]> {
  const { rows } = await sql<{ tag: string; count: number }>`
    select tag, count(*)::int as count from customers.customer c, unnest(c.tags) as given (tag)
    where c.erased_at is null and c.merged_into is null and c.tags <> '{}'
    group by tag order by 2 desc, 1 limit 200`.execute(db);
  return rows;
}
