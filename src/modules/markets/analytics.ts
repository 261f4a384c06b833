import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/index.ts';
import { tell } from '../../platform/outbox/index.ts';

/**
 * How visits are counted. `cookieless`: with nothing on the visitor's device, and nobody is asked anything. `ask`: visitors
 * are asked whether their browser may be known again, and are counted as above until they agree.
 */
export const ANALYTICS_MODES = ['cookieless', 'ask'] as const;
export type AnalyticsMode = (typeof ANALYTICS_MODES)[number];

/** `cookieless` until the shop has decided. */
export async function readAnalyticsMode(db: Db): Promise<AnalyticsMode> {
  const { rows } = await sql<{ analytics: AnalyticsMode }>`select analytics from markets.privacy`.execute(db);
  return rows[0]?.analytics ?? 'cookieless';
}

/** Keeps what the shop has decided; the same again writes and tells nothing. */
export async function saveAnalyticsMode(tx: Tx, mode: AnalyticsMode): Promise<void> {
  const { numAffectedRows } = await sql`
    insert into markets.privacy as kept (analytics) values (${mode})
    on conflict (id) do update set analytics = excluded.analytics
    where kept.analytics <> excluded.analytics`.execute(tx);
  if (numAffectedRows === 1n) await tell(tx, 'markets.changed', {});
}
