import { sql } from 'kysely';
import type { Db } from '../../platform/database/index.ts';
import type { CustomerId } from './customer.ts';

/** When a customer last came, changed or went; the same while nobody's address is another. */
export async function readCustomersChanged(db: Db): Promise<string> {
  const { rows } = await sql<{ changed: string | null }>`
    select max(updated_at)::text as changed from customers.customer`.execute(db);
  return rows[0]?.changed ?? '';
}

/**
 * Whose proven addresses these are the SHA-256 of (lower case, hexadecimal): who knows no more than that finds accounts by
 * it, and nobody any more who was erased.
 */
export async function findByEmailDigest(
  db: Db,
  digests: readonly string[],
): Promise<ReadonlyMap<string, CustomerId>> {
  const { rows } = await sql<{ id: CustomerId; digest: string }>`
    select id, digest from (
      select id, encode(sha256(convert_to(lower(trim(email)), 'UTF8')), 'hex') as digest from customers.customer
      where erased_at is null and merged_into is null and email_proven_at is not null
    ) found where digest = any(${digests}::text[])`.execute(db);
  return new Map(rows.map(({ id, digest }) => [digest, id]));
}
