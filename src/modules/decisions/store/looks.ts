import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';

/** When a kind last looked, what it found, and why it could not. */
export type Look = {
  readonly kind: string;
  readonly lookedAt: Temporal.Instant;
  readonly found: number;
  /** Since then it cannot look; `undefined`: it can. */
  readonly failedAt: Temporal.Instant | undefined;
  readonly failure: string;
};

export async function keepLook(
  tx: Tx,
  { kind, now, found }: { readonly kind: string; readonly now: Temporal.Instant; readonly found: number },
): Promise<void> {
  await sql`
    insert into decisions.look (kind, looked_at, found) values (${kind}, ${now.toString()}::timestamptz, ${found})
    on conflict (kind) do update set looked_at = excluded.looked_at, found = excluded.found, failed_at = null,
      failure = ''`.execute(tx);
}

/** Since when it fails is kept over its attempts. */
export async function keepFailedLook(
  db: Db,
  { kind, now, failure }: { readonly kind: string; readonly now: Temporal.Instant; readonly failure: string },
): Promise<void> {
  await sql`
    insert into decisions.look as kept (kind, looked_at, found, failed_at, failure)
    values (${kind}, ${now.toString()}::timestamptz, 0, ${now.toString()}::timestamptz, ${failure.slice(0, 2_000)})
    on conflict (kind) do update set looked_at = excluded.looked_at, failure = excluded.failure,
      failed_at = coalesce(kept.failed_at, excluded.failed_at)`.execute(db);
}

export async function readLooks(db: Db): Promise<Look[]> {
  type Row = {
    kind: string;
    looked_at: Temporal.Instant;
    found: number;
    failed_at: Temporal.Instant | null;
    failure: string;
  };
  const { rows } = await sql<Row>`
    select kind, looked_at, found, failed_at, failure from decisions.look order by kind`.execute(db);
  return rows.map(({ kind, looked_at: lookedAt, found, failed_at: failedAt, failure }) => {
    return { kind, lookedAt, found, failedAt: failedAt ?? undefined, failure };
  });
}
