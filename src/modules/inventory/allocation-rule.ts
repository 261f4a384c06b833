import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/index.ts';
import type { AllocationRule } from './reservation.ts';

/** Which location serves an order; `nearest` unless the merchant has said otherwise. */
export async function readAllocationRule(db: Db): Promise<AllocationRule> {
  const { rows } = await sql<{ allocation: AllocationRule }>`
    select allocation from inventory.setting`.execute(db);
  return rows[0]?.allocation ?? 'nearest';
}

/** Counts for what is reserved from now on. */
export async function saveAllocationRule(tx: Tx, rule: AllocationRule): Promise<void> {
  await sql`
    insert into inventory.setting (allocation) values (${rule})
    on conflict (id) do update set allocation = excluded.allocation`.execute(tx);
}
