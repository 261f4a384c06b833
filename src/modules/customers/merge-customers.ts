import { sql } from 'kysely';
import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { tell } from '../../platform/outbox/index.ts';
import type { CustomerId } from './customer.ts';
import { lockCustomers } from './store/customers.ts';

/**
 * Two customers were one person: what `fromId` has goes to `intoId`, as far as there is room; `fromId` is signed out
 * everywhere and found no more. Consents stay where they were given and are read with the other's. Other modules hear of
 * it as `customers.merged`.
 */
export async function mergeCustomers(
  tx: Tx,
  input: { readonly fromId: CustomerId; readonly intoId: CustomerId; readonly now: Temporal.Instant },
): Promise<Result<void, Refusal<'not_found' | 'same_customer'>>> {
  const { fromId, intoId } = input;
  if (fromId === intoId) return refuse('same_customer', 'a customer is one already', 'fromId');
  const locked = await lockCustomers(tx, [fromId, intoId]);
  const from = locked.find(({ id }) => id === fromId);
  const into = locked.find(({ id }) => id === intoId);
  if (from === undefined || into === undefined) {
    return refuse('not_found', 'no such customer', from === undefined ? 'fromId' : 'intoId');
  }
  await moveBelongings(tx, fromId, intoId);
  const now = input.now.toString();
  await sql`
    update customers.customer set merged_into = ${intoId}
    where merged_into = ${fromId} or id = ${fromId}`.execute(tx);
  await sql`
    update customers.customer set name = case when name = '' then ${from.name} else name end,
      phone = case when phone = '' then ${from.phone} else phone end,
      vat_id = case when vat_id = '' then ${from.vatId} else vat_id end,
      tags = array(select distinct unnest(tags || ${from.tags}::text[]) order by 1), updated_at = ${now},
      version = version + 1
    where id = ${intoId}`.execute(tx);
  await tell(tx, 'customers.merged', { fromId, intoId });
  await tell(tx, 'customers.changed', { customerId: intoId });
  return ok(undefined);
}

async function moveBelongings(tx: Tx, fromId: CustomerId, intoId: CustomerId): Promise<void> {
  await sql`
    update customers.address set customer_id = ${intoId}, is_default_shipping = false, is_default_billing = false
    where id in (
      select id from customers.address where customer_id = ${fromId} order by created_at desc
      limit greatest(0, 50 - (select count(*) from customers.address where customer_id = ${intoId}))
    )`.execute(tx);
  await sql`
    insert into customers.wish (customer_id, variant_id, added_at)
    select ${intoId}::uuid, variant_id, added_at from customers.wish where customer_id = ${fromId}
    order by added_at desc
    limit greatest(0, 500 - (select count(*) from customers.wish where customer_id = ${intoId}))
    on conflict do nothing`.execute(tx);
  await sql`update customers.passkey set customer_id = ${intoId} where customer_id = ${fromId}`.execute(tx);
  for (const table of ['address', 'wish', 'session', 'sign_in_code', 'passkey_challenge'] as const) {
    await sql`delete from ${sql.table(`customers.${table}`)} where customer_id = ${fromId}`.execute(tx);
  }
}
