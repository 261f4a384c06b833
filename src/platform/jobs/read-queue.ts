import { sql } from 'kysely';
import type { Db } from '../database/index.ts';
import { LIVING_PROCESSES } from './liveness.ts';

/** What there is of one kind of job; reactions are kinds of their own. */
export type JobKind = {
  /** `mails.send`; of a reaction its name. */
  readonly name: string;
  readonly isReaction: boolean;
  /** Due, and nobody has begun it. */
  readonly waiting: number;
  readonly running: number;
  /** For later: a retry's pause, or a time that was asked for. */
  readonly scheduled: number;
  /** Of all these: failed before, and will be tried again. */
  readonly failing: number;
  readonly oldestDueAt: Temporal.Instant | undefined;
  /** Of the latest failure. */
  readonly lastError: string;
};

/** Jobs beyond this many are not counted: whoever looks wants an answer, and nobody reads the difference. */
const MOST_COUNTED = 100_000;

/** What is in line, by kind, the longest line first. */
export async function readJobKinds(db: Db): Promise<readonly JobKind[]> {
  const { rows } = await sql<Omit<JobKind, 'oldestDueAt'> & { oldestDueAt: Temporal.Instant | null }>`
    select case when task = 'react' then substring(queue from 10) else task end as name,
      task = 'react' as "isReaction",
      count(*) filter (where locked_at is null and run_at <= now())::int as waiting,
      count(*) filter (where locked_at is not null)::int as running,
      count(*) filter (where locked_at is null and run_at > now())::int as scheduled,
      count(*) filter (where last_error is not null)::int as failing,
      min(run_at) filter (where locked_at is null and run_at <= now()) as "oldestDueAt",
      coalesce((array_agg(left(last_error, 2000) order by updated_at desc)
        filter (where last_error is not null))[1], '') as "lastError"
    from (
      select task_identifier as task, coalesce(queue_name, '') as queue, locked_at, run_at, last_error, updated_at
      from graphile_worker.jobs where attempts < max_attempts or locked_at is not null limit ${MOST_COUNTED}
    ) as job
    group by 1, 2 order by count(*) desc, 1`.execute(db);
  return rows.map((row) => ({ ...row, oldestDueAt: row.oldestDueAt ?? undefined }));
}

/** How the workers get on with what they are given. */
export type QueueLag = {
  /** Processes with a worker that lives. */
  readonly workers: number;
  readonly waiting: number;
  readonly oldestDueAt: Temporal.Instant | undefined;
  /** Events that no pump has given to the reactions; counted up to 10,000. */
  readonly events: number;
  readonly oldestEventAt: Temporal.Instant | undefined;
};

/** One statement, cheap enough to be asked every few seconds. */
export async function readQueueLag(db: Db): Promise<QueueLag> {
  const { rows } = await sql<{
    workers: number;
    waiting: number;
    oldestDueAt: Temporal.Instant | null;
    events: number;
    oldestEventAt: Temporal.Instant | null;
  }>`
    select workers, waiting, oldest as "oldestDueAt", events, (
      select told_at from platform.outbox where id = (select min(event_id) from platform.undistributed)
    ) as "oldestEventAt"
    from (
      select count(distinct process)::int as workers from platform.worker where process in (${LIVING_PROCESSES})
    ) as living, (
      select count(*)::int as waiting, min(run_at) as oldest from (
        select run_at from graphile_worker.jobs
        where locked_at is null and run_at <= now() and attempts < max_attempts limit ${MOST_COUNTED}) as due
    ) as line, (
      select count(*)::int as events from (select 1 from platform.undistributed limit 10000) as waiting
    ) as told`.execute(db);
  const [found] = rows;
  if (found === undefined) throw new TypeError('counting gives one row');
  return {
    ...found,
    oldestDueAt: found.oldestDueAt ?? undefined,
    oldestEventAt: found.oldestEventAt ?? undefined,
  };
}

/** When each cron was begun the last time, by its name. */
export async function readCronRuns(db: Db): Promise<ReadonlyMap<string, Temporal.Instant>> {
  const { rows } = await sql<{ name: string; at: Temporal.Instant }>`
    select identifier as name, last_execution as at from graphile_worker._private_known_crontabs
    where last_execution is not null`.execute(db);
  return new Map(rows.map(({ name, at }) => [name, at]));
}
