import { sql } from 'kysely';
import type { Db } from '../../platform/database/index.ts';

/** The addresses that orders from elsewhere came with, as their SHA-256. */
export async function readCustomerDigests(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ customer: string }>`
    select distinct customer from history.line where customer ~ '^[0-9a-f]{64}$'`.execute(db);
  return rows.map(({ customer }) => customer);
}

/** Another text when an import came, or lines are others. */
export async function readHistoryState(db: Db): Promise<string> {
  const { rows } = await sql<{ state: string }>`
    select (select number from history.revision) || ' ' || coalesce(max(id), 0) as state from history.import
  `.execute(db);
  return rows[0]?.state ?? '';
}
