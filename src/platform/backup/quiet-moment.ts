import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';

/** A moment whose state is both a place in the log and what this client's transaction now sees. */
export type QuietMoment = {
  readonly lsn: string;
  readonly at: Temporal.Instant;
  /** False: no such moment came, and the transaction sees a state that may be a few commits beside the place. */
  readonly isExact: boolean;
};

const MOST_TRIES = 4_000;
const PAUSE_MS = 5;

/**
 * Waits for a moment in which nobody writes, without making anybody wait: no transaction with writes is open, and the log
 * did not grow between the look at its end and the snapshot. What the snapshot sees is then what the log says until
 * there, so that a restored database can be compared to the last row. Leaves `client` in a transaction that reads.
 */
export async function quietMoment(client: pg.Client, signal?: AbortSignal): Promise<QuietMoment> {
  for (let tries = 1; ; tries++) {
    signal?.throwIfAborted();
    const moment = await look(client);
    if (moment.isExact || tries === MOST_TRIES) return moment;
    await client.query('rollback');
    await pause(PAUSE_MS);
  }
}

/**
 * In this order: where the log ends; whether anybody has written and not ended; the snapshot; where the log ends. Whose end
 * is in the log is still seen as writing for a moment, and is in no snapshot until then. When nobody writes after the first
 * look and the log has not grown at the last, everything that is in the log is in the snapshot, and nothing else.
 */
async function look(client: pg.Client): Promise<QuietMoment> {
  const before = await client.query<{ lsn: string; at: Temporal.Instant }>(
    'select pg_current_wal_insert_lsn()::text as lsn, clock_timestamp() as at',
  );
  const writing = await client.query('select from pg_stat_activity where backend_xid is not null limit 1');
  await client.query('begin isolation level repeatable read, read only');
  const after = await client.query<{ lsn: string }>('select pg_current_wal_insert_lsn()::text as lsn');
  const [began, seen] = [before.rows[0], after.rows[0]];
  if (began === undefined || seen === undefined) throw new TypeError('a log has one end');
  return { ...began, isExact: writing.rows.length === 0 && began.lsn === seen.lsn };
}
