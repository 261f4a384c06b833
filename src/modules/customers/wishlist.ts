import { sql } from 'kysely';
import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Db, Tx } from '../../platform/database/index.ts';
import type { CustomerId } from './customer.ts';
import { lockCustomers } from './store/customers.ts';

const WISHES = 500;

type Wish = { readonly customerId: CustomerId; readonly variantId: string };

/** Variants that the customer wished for, the latest first. Nobody else sees them. */
export async function readWishlist(db: Db, customerId: CustomerId): Promise<string[]> {
  const { rows } = await sql<{ variant_id: string }>`
    select variant_id from customers.wish where customer_id = ${customerId}
    order by added_at desc, variant_id`.execute(db);
  return rows.map((row) => row.variant_id);
}

/** @param input.variantId an id of a variant; whether it is still sold is for whoever shows the list */
export async function addWish(
  tx: Tx,
  input: Wish & { readonly now: Temporal.Instant },
): Promise<Result<void, Refusal<'too_many' | 'not_found'>>> {
  const [customer] = await lockCustomers(tx, [input.customerId]);
  if (customer === undefined) return refuse('not_found', 'no such customer', 'customerId');
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from customers.wish where customer_id = ${input.customerId}
      and variant_id <> ${input.variantId}`.execute(tx);
  if ((rows[0]?.count ?? 0) >= WISHES) {
    return refuse('too_many', `at most ${WISHES} wishes are kept`, 'variantId');
  }
  await sql`
    insert into customers.wish (customer_id, variant_id, added_at)
    values (${input.customerId}, ${input.variantId}, ${input.now.toString()}) on conflict do nothing`.execute(
    tx,
  );
  return ok(undefined);
}

export async function removeWish(tx: Tx, input: Wish): Promise<void> {
  await sql`
    delete from customers.wish
    where customer_id = ${input.customerId} and variant_id = ${input.variantId}`.execute(tx);
}
