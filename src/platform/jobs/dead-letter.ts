import { sql } from 'kysely';
import type { Db, Tx } from '../database/index.ts';

/** A job or reaction that was given up, until a person has it retried or dismisses it. */
export type DeadLetter = {
  readonly id: bigint;
  /** '' for a plain job. */
  readonly reaction: string;
  readonly eventId: bigint | undefined;
  readonly job: string;
  readonly payload: unknown;
  readonly error: string;
  readonly attempts: number;
  readonly diedAt: Temporal.Instant;
};

/** The open ones, latest first, at most `limit`. */
export async function readDeadLetters(db: Db, limit = 250): Promise<readonly DeadLetter[]> {
  const { rows } = await sql<Omit<DeadLetter, 'eventId'> & { eventId: bigint | null }>`
    select id, reaction, event_id as "eventId", job, payload, error, attempts, died_at as "diedAt"
    from platform.dead_letter where resolved_at is null order by died_at desc, id desc limit ${limit}
  `.execute(db);
  return rows.map((row) => ({ ...row, eventId: row.eventId ?? undefined }));
}

/** Puts it in line again with all its attempts. `false` when there is no such open letter. */
export async function retryDeadLetter(tx: Tx, id: bigint): Promise<boolean> {
  const { rows } = await sql`
    with letter as (
      update platform.dead_letter set resolved_at = now() where id = ${id} and resolved_at is null
      returning job, payload, reaction
    )
    select graphile_worker.add_job(job, payload::json,
      queue_name => case when reaction <> '' then 'reaction:' || reaction end) from letter
  `.execute(tx);
  return rows.length === 1;
}

/** Closes it without doing its work. `false` when there is no such open letter. */
export async function dismissDeadLetter(tx: Tx, id: bigint): Promise<boolean> {
  const { rows } = await sql`
    update platform.dead_letter set resolved_at = now() where id = ${id} and resolved_at is null returning 1
  `.execute(tx);
  return rows.length === 1;
}

export type Died = {
  readonly jobId: string;
  readonly job: string;
  readonly payload: unknown;
  readonly error: string;
  readonly attempts: number;
};

/** Keeps what could not be done. Doubles of one job are one letter. */
export async function bury(db: Db, died: readonly Died[]): Promise<void> {
  if (died.length === 0) return;
  await sql`
    insert into platform.dead_letter (job_id, job, payload, error, attempts, reaction, event_id)
    select died.*, coalesce(died.payload ->> 'reaction', ''), event.id
    from jsonb_to_recordset(${JSON.stringify(died.map(toRow))}::jsonb)
      as died (job_id bigint, job text, payload jsonb, error text, attempts int)
    left join platform.outbox event on died.job = 'react' and event.id = (died.payload ->> 'eventId')::bigint
    on conflict (job_id) do nothing
  `.execute(db);
}

/**
 * Buries jobs whose last attempt ended with the worker's own death, which could therefore not do it.
 *
 * @returns how many there were
 */
export async function buryAbandoned(db: Db): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<Died>`
      select job.id::text as "jobId", task.identifier as job, job.payload, job.attempts,
        coalesce(job.last_error, 'the worker died during the last attempt') as error
      from graphile_worker.complete_jobs(array(
        select id from graphile_worker.jobs where attempts >= max_attempts and locked_at is null
      )) as job
      join graphile_worker._private_tasks as task on task.id = job.task_id
    `.execute(tx);
    await bury(tx, rows);
    return rows.length;
  });
}

function toRow({ jobId, job, payload, error, attempts }: Died): Record<string, unknown> {
  // A payload of any other kind than an object is kept too, under a name.
  const isObject = typeof payload === 'object' && payload !== null;
  return { job_id: jobId, job, payload: isObject ? payload : { payload }, error, attempts };
}
