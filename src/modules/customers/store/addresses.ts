import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { PostalAddress } from '../../markets/index.ts';
import type { AddressId, CustomerId, SavedAddress } from '../customer.ts';

export async function selectAddresses(db: Db, customerId: CustomerId): Promise<SavedAddress[]> {
  const { rows } = await sql<{
    id: AddressId;
    address: PostalAddress;
    is_default_shipping: boolean;
    is_default_billing: boolean;
  }>`
    select id, address, is_default_shipping, is_default_billing from customers.address
    where customer_id = ${customerId} order by created_at, id`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    address: row.address,
    isDefaultShipping: row.is_default_shipping,
    isDefaultBilling: row.is_default_billing,
  }));
}

/** Makes room for a new default: no other address is one for what this is. */
export async function clearDefaults(tx: Tx, customerId: CustomerId, next: SavedAddress): Promise<void> {
  await sql`
    update customers.address set
      is_default_shipping = is_default_shipping and not ${next.isDefaultShipping},
      is_default_billing = is_default_billing and not ${next.isDefaultBilling}
    where customer_id = ${customerId} and id <> ${next.id}
      and (is_default_shipping and ${next.isDefaultShipping} or is_default_billing and ${next.isDefaultBilling})`.execute(
    tx,
  );
}

export async function upsertAddress(
  tx: Tx,
  customerId: CustomerId,
  saved: SavedAddress,
  now: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into customers.address (id, customer_id, address, is_default_shipping, is_default_billing, created_at)
    values (${saved.id}, ${customerId}, ${JSON.stringify(saved.address)}::jsonb, ${saved.isDefaultShipping},
      ${saved.isDefaultBilling}, ${now.toString()})
    on conflict (id) do update set address = excluded.address,
      is_default_shipping = excluded.is_default_shipping, is_default_billing = excluded.is_default_billing`.execute(
    tx,
  );
}

export async function deleteAddress(
  tx: Tx,
  input: { readonly customerId: CustomerId; readonly id: AddressId },
): Promise<void> {
  await sql`
    delete from customers.address where id = ${input.id} and customer_id = ${input.customerId}`.execute(tx);
}
