import { sql } from 'kysely';
import { localeOf } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { Customer, CustomerId } from '../customer.ts';

export type CustomerRow = {
  id: CustomerId;
  email: string;
  name: string;
  phone: string;
  locale: string;
  segments: string[];
  tags: string[];
  is_tax_exempt: boolean;
  vat_id: string;
  accepts_marketing: boolean;
  email_proven_at: Temporal.Instant | null;
  created_at: Temporal.Instant;
  version: bigint;
};

export const COLUMNS = sql`id, email, name, phone, locale, segments, tags, is_tax_exempt, vat_id, accepts_marketing,
  email_proven_at, created_at, version`;

export async function readCustomer(db: Db, id: CustomerId): Promise<Customer | undefined> {
  const { rows } = await sql<CustomerRow>`
    select ${COLUMNS} from customers.customer
    where id = ${id} and erased_at is null and merged_into is null`.execute(db);
  return rows.map(customerOf)[0];
}

export async function readCustomerByEmail(db: Db, email: string): Promise<Customer | undefined> {
  const { rows } = await sql<CustomerRow>`
    select ${COLUMNS} from customers.customer
    where lower(email) = lower(${email}) and erased_at is null and merged_into is null`.execute(db);
  return rows.map(customerOf)[0];
}

/** Makes the customer unless somebody has the address; returns whether it did. */
export async function insertCustomer(
  tx: Tx,
  input: {
    readonly id: CustomerId;
    readonly email: string;
    readonly name: string;
    readonly phone: string;
    readonly locale: string;
    readonly now: Temporal.Instant;
  },
): Promise<boolean> {
  const now = input.now.toString();
  const { rows } = await sql`
    insert into customers.customer (id, email, name, phone, locale, created_at, updated_at)
    values (${input.id}, ${input.email}, ${input.name}, ${input.phone}, ${input.locale}, ${now}, ${now})
    on conflict (lower(email)) where erased_at is null and merged_into is null do nothing
    returning id`.execute(tx);
  return rows.length > 0;
}

/** Writes what a manager or the customer may change, if the version is still this one. */
export async function updateCustomer(tx: Tx, customer: Customer, now: Temporal.Instant): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update customers.customer set name = ${customer.name}, phone = ${customer.phone},
      locale = ${customer.locale}, segments = ${customer.segments}::text[], tags = ${customer.tags}::text[],
      is_tax_exempt = ${customer.isTaxExempt}, vat_id = ${customer.vatId}, updated_at = ${now.toString()},
      version = version + 1
    where id = ${customer.id} and version = ${customer.version}`.execute(tx);
  return numAffectedRows === 1n;
}

export async function setEmail(
  tx: Tx,
  input: { readonly id: CustomerId; readonly email: string; readonly now: Temporal.Instant },
): Promise<void> {
  const now = input.now.toString();
  await sql`
    update customers.customer set email = ${input.email}, email_proven_at = ${now}, updated_at = ${now},
      version = version + 1
    where id = ${input.id}`.execute(tx);
}

export async function noteEmailProven(tx: Tx, id: CustomerId, now: Temporal.Instant): Promise<void> {
  await sql`
    update customers.customer set email_proven_at = ${now.toString()} where id = ${id}`.execute(tx);
}

/** Locks these customers in the order of their ids; those that are erased or merged are left out. */
export async function lockCustomers(tx: Tx, ids: readonly CustomerId[]): Promise<Customer[]> {
  const { rows } = await sql<CustomerRow>`
    select ${COLUMNS} from customers.customer
    where id = any(${ids}::uuid[]) and erased_at is null and merged_into is null
    order by id for update`.execute(tx);
  return rows.map(customerOf);
}

export function customerOf(row: CustomerRow): Customer {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    phone: row.phone,
    locale: localeOf(row.locale),
    segments: row.segments,
    tags: row.tags,
    isTaxExempt: row.is_tax_exempt,
    vatId: row.vat_id,
    acceptsMarketing: row.accepts_marketing,
    emailProvenAt: row.email_proven_at ?? undefined,
    createdAt: row.created_at,
    version: row.version,
  };
}
