import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';

export type EnqueueOptions = {
  readonly runAt?: Temporal.Instant;
  /** A job of this key that has not started is replaced: the last one counts. */
  readonly key?: string;
  /** Jobs of one queue run one after the other. Few names: a queue is a row that stays. */
  readonly queue?: string;
  /** Lower runs sooner; 0 unless given. Work that nobody waits for takes 10. */
  readonly priority?: number;
};

/** Puts a job in line; a worker sees it at the commit of `tx`, within milliseconds. */
export async function enqueue(
  tx: Tx,
  name: string,
  payload: object,
  options: EnqueueOptions = {},
): Promise<void> {
  await enqueueMany(tx, name, [{ payload, ...options }]);
}

/** The same for many jobs of one name in one statement. */
export async function enqueueMany(
  tx: Tx,
  name: string,
  jobs: readonly ({ readonly payload: object } & EnqueueOptions)[],
): Promise<void> {
  if (jobs.length === 0) return;
  const rows = jobs.map((job) => ({
    payload: job.payload,
    queue: job.queue ?? null,
    run_at: job.runAt?.toString() ?? null,
    key: job.key ?? null,
    priority: job.priority ?? 0,
  }));
  await sql`
    select graphile_worker.add_jobs(array_agg(
      (${name}::text, payload, queue, run_at, null, key, priority::smallint, null)::graphile_worker.job_spec))
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as job (payload json, queue text, run_at timestamptz, key text, priority int)
  `.execute(tx);
}
