import { sql } from 'kysely';
import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { tell } from '../../platform/outbox/index.ts';
import type { CustomerId } from './customer.ts';
import { lockCustomers } from './store/customers.ts';

/**
 * Forgets a person (GDPR, article 17): addresses, wishes, passkeys, sessions and every word that names them go, also of
 * customers who were merged into them. What stays is the id, which orders and consents point at, and when it happened.
 * Other modules hear of it as `customers.erased` and keep what tax law makes them keep.
 */
export async function eraseCustomer(
  tx: Tx,
  input: { readonly id: CustomerId; readonly now: Temporal.Instant },
): Promise<Result<void, Refusal<'not_found'>>> {
  const { id, now } = input;
  const [customer] = await lockCustomers(tx, [id]);
  if (customer === undefined) return refuse('not_found', 'no such customer', 'id');
  for (const table of ['address', 'wish', 'session', 'passkey', 'passkey_challenge', 'note'] as const) {
    await sql`delete from ${sql.table(`customers.${table}`)} where customer_id = ${id}
      or customer_id in (select id from customers.customer where merged_into = ${id})`.execute(tx);
  }
  await sql`
    delete from customers.sign_in_code where customer_id = ${id} or lower(email) in (
      select lower(email) from customers.customer where id = ${id} or merged_into = ${id})`.execute(tx);
  await sql`
    update customers.customer set email = id::text || '@erased.invalid', name = '', phone = '', segments = '{}', tags = '{}',
      vat_id = '', is_tax_exempt = false, accepts_marketing = false, email_proven_at = null,
      updated_at = ${now.toString()}, erased_at = ${now.toString()}, version = version + 1
    where id = ${id} or merged_into = ${id}`.execute(tx);
  await tell(tx, 'customers.erased', { customerId: id });
  return ok(undefined);
}
