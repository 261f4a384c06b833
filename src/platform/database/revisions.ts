import { sql } from 'kysely';
import type { Db } from './types.ts';

/**
 * What `platform.revise` has noted of the tables that have its trigger, as one text: it is another one after any of them
 * was changed. Ask for it before what you keep is read, and keep that under it.
 */
export async function readRevisions(db: Db): Promise<string> {
  const { rows } = await sql<{ revisions: string }>`
    select coalesce(string_agg(name || ' ' || revision, ', ' order by name), '') as revisions
    from platform.revision`.execute(db);
  return rows[0]?.revisions ?? '';
}
