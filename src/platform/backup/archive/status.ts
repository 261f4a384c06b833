import { sql } from 'kysely';
import type { Db } from '../../database/index.ts';

/** How the keeping of the log gets on. */
export type LogStatus = {
  readonly line: string;
  /** All that was committed until then is kept elsewhere. */
  readonly keptUntil: Temporal.Instant | undefined;
  readonly keptLsn: string | undefined;
  readonly failedAt: Temporal.Instant | undefined;
  readonly failure: string;
};

/** `undefined` where no log was ever kept. */
export async function readLogStatus(db: Db): Promise<LogStatus | undefined> {
  const { rows } = await sql<{
    line: string;
    kept_until: Temporal.Instant | null;
    kept_lsn: string | null;
    failed_at: Temporal.Instant | null;
    failure: string;
  }>`select line, kept_until, kept_lsn, failed_at, failure from platform.wal_archive`.execute(db);
  const [row] = rows;
  return (
    row && {
      ...{ line: row.line, failure: row.failure, keptUntil: row.kept_until ?? undefined },
      ...{ keptLsn: row.kept_lsn ?? undefined, failedAt: row.failed_at ?? undefined },
    }
  );
}

/** The kept log that this database goes on with; '' when none is kept. */
export async function readLine(db: Db): Promise<string> {
  return (await readLogStatus(db))?.line ?? '';
}

export async function beginLine(db: Db, line: string): Promise<void> {
  await sql`
    insert into platform.wal_archive (line) values (${line})
    on conflict (is_only) do update set line = excluded.line, kept_until = null, kept_lsn = null`.execute(db);
}

/** A restored database is another's twin: it must not go on with that one's log. */
export async function leaveLine(db: Db): Promise<void> {
  await sql`delete from platform.wal_archive`.execute(db);
}

export async function noteKept(db: Db, until: Temporal.Instant, lsn: string): Promise<void> {
  await sql`
    update platform.wal_archive set kept_until = ${until.toString()}::timestamptz, kept_lsn = ${lsn},
      failed_at = null, failure = ''`.execute(db);
}

export async function noteFailure(db: Db, at: Temporal.Instant, failure: string): Promise<void> {
  await sql`
    update platform.wal_archive set failed_at = ${at.toString()}::timestamptz,
      failure = ${failure.slice(0, 500) || 'unknown'}`.execute(db);
}
