import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Db } from '../database/index.ts';

/** First half of the advisory lock that a live worker's process holds; any constant does. */
const LOCK_CLASS = 7312;
// A worker is known to us some milliseconds after it could have taken its first job.
const GRACE = '10 seconds';

/** Numbers of the processes whose worker lives. */
export const LIVING_PROCESSES = sql`
  select objid::bigint from pg_locks
  where locktype = 'advisory' and classid = ${LOCK_CLASS} and objsubid = 2 and granted
    and database = (select oid from pg_database where datname = current_database())`;

/** A number for this process: the second half of its advisory lock. */
export function processNumber(): number {
  return randomInt(1, 2 ** 31 - 1);
}

/**
 * Holds the process's lock on `client` for as long as that connection stands. A shared lock, so that a new
 * connection need not wait until the server has noticed the end of the one before.
 */
export async function holdLife(client: pg.Client, process: number): Promise<void> {
  await client.query('select pg_advisory_lock_shared($1, $2)', [LOCK_CLASS, process]);
}

export async function registerWorkers(db: Db, ids: readonly string[], process: number): Promise<void> {
  await sql`
    insert into platform.worker (id, process) select unnest(${ids}::text[]), ${process} on conflict do nothing
  `.execute(db);
}

export async function removeWorkers(db: Db, ids: readonly string[]): Promise<void> {
  await sql`delete from platform.worker where id = any(${ids}::text[])`.execute(db);
}

/**
 * Frees the jobs and queues of workers that are dead, so that others run them now. graphile-worker by itself
 * waits four hours.
 *
 * @returns the dead workers that held some
 */
export async function releaseDeadWorkers(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with dead as (
      delete from platform.worker where process not in (${LIVING_PROCESSES}) returning id
    ), holder as (
      select locked_by as id, min(locked_at) as since from (
        select locked_by, locked_at from graphile_worker.jobs
        union all select locked_by, locked_at from graphile_worker._private_job_queues
      ) as locked where locked_by is not null group by locked_by
    ), gone as (
      select holder.id from holder
      where holder.id in (select id from dead)
        or (holder.since < now() - ${GRACE}::interval
          and not exists (select from platform.worker where worker.id = holder.id))
    ), freed as (
      select graphile_worker.force_unlock_workers(array(select id from gone))
    )
    select gone.id from gone, freed
  `.execute(db);
  return rows.map((row) => row.id);
}

/**
 * Frees what a living worker holds without working on it: the connection was cut after it took a job, before
 * it heard which.
 *
 * @param ids under which the worker locks
 * @param active ids of the jobs it works on now
 * @returns how many jobs and queues
 */
export async function freeLostJobs(
  db: Db,
  ids: readonly string[],
  active: readonly string[],
): Promise<number> {
  const { rows } = await sql`
    with job as (
      update graphile_worker._private_jobs set locked_by = null, locked_at = null
      where locked_by = any(${ids}::text[]) and id <> all(${active}::bigint[])
        and locked_at < now() - ${GRACE}::interval
      returning 1
    ), queue as (
      update graphile_worker._private_job_queues set locked_by = null, locked_at = null
      where locked_by = any(${ids}::text[]) and locked_at < now() - ${GRACE}::interval
        and id not in (select job_queue_id from graphile_worker._private_jobs
          where id = any(${active}::bigint[]) and job_queue_id is not null)
      returning 1
    )
    select 1 from job union all select 1 from queue
  `.execute(db);
  return rows.length;
}
