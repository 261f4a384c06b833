import { sql } from 'kysely';
import type { Db } from '../src/platform/database/index.ts';

/**
 * Until what was written by now is older than everything that still runs, and may be read forward: transactions of other tests
 * on the same server are waited for too.
 */
export async function settled(db: Db): Promise<void> {
  const { rows } = await sql<{ now: bigint }>`select pg_current_xact_id() as now`.execute(db);
  const now = rows[0]?.now ?? 0n;
  for (;;) {
    const { rows: found } = await sql<{ isOlder: boolean }>`
      select pg_snapshot_xmin(pg_current_snapshot()) > ${now}::xid8 as "isOlder"`.execute(db);
    if (found[0]?.isOlder === true) return;
  }
}
