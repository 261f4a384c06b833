import { sql } from 'kysely';
import type { Db } from '../database/index.ts';
import type { Reaction } from '../outbox/index.ts';

/** Most events that one statement distributes. */
export const BATCH = 1_000;
// What is not merged is a transaction an event: a job that can be stopped within a second or so.
const UNMERGED_IN_A_JOB = 100;
// A notification has room for 8,000 bytes; an id is at most 19 digits and three more characters.
const IDS_IN_A_MESSAGE = 300;
/** Any constant: whoever holds this advisory lock distributes. */
const LOCK = 7313;

/**
 * Takes the oldest events that nobody has distributed and gives them to every reaction that wants their topic, as jobs
 * of that reaction's own queue, and those told quietly to the listeners. One statement, so all of it or nothing.
 *
 * Only one distributes at a time, because a reaction gets its events in the order of telling; for another the answer is
 * 0 meanwhile.
 *
 * @returns how many events; `BATCH` when more may be waiting
 */
export async function distribute(db: Db, reactions: readonly Reaction[]): Promise<number> {
  const names = reactions.map((reaction) => reaction.name);
  const topics = reactions.map((reaction) => reaction.topic);
  const sizes = reactions.map((reaction) => (reaction.merge ? BATCH : UNMERGED_IN_A_JOB));
  // Jobs of one queue go by run_at alone: each a microsecond after the one before, and the next batch, which waits for
  // this statement's end, after all of them.
  const { rows } = await sql<{ events: bigint }>`
    with lock as materialized (
      select pg_try_advisory_xact_lock(${LOCK}, 0) as is_mine
    ), taken as (
      delete from platform.undistributed where event_id = any(array(
        select event_id from platform.undistributed where (select is_mine from lock)
        order by event_id limit ${BATCH} for update skip locked
      )) returning event_id, is_quiet
    ), event as (
      select id, topic, is_quiet from taken join platform.outbox on id = event_id
    ), wanted as (
      select id, name, (row_number() over (partition by name order by id) - 1) / size as part
      from event join unnest(${names}::text[], ${topics}::text[], ${sizes}::int[])
        as subscribed (name, topic, size) using (topic)
    ), job as (
      select name, row_number() over (order by min(id)) as place,
        case when count(*) = 1 then json_build_object('reaction', name, 'eventId', min(id)::text)
          else json_build_object('reaction', name, 'eventIds', json_agg(id::text order by id)) end as payload
      from wanted group by name, part
    ), added as (
      select graphile_worker.add_jobs(array_agg(row(
        'react', payload, 'reaction:' || name, clock.now + place * interval '1 microsecond', null, null, null, null
      )::graphile_worker.job_spec)) from job, (select clock_timestamp() as now) as clock having count(*) > 0
    ), message as (
      select id, topic, (row_number() over (partition by topic order by id) - 1) / ${IDS_IN_A_MESSAGE} as part
      from event where is_quiet
    ), notified as (
      select pg_notify('institor_quiet',
        json_build_object('topic', topic, 'ids', json_agg(id::text order by id))::text)
      from message group by topic, part
    )
    select (select count(*) from taken) as events, (select count(*) from added), (select count(*) from notified)
  `.execute(db);
  return Number(rows[0]?.events ?? 0n);
}

/** Whether events wait for a pump. */
export async function isAnyUndistributed(db: Db): Promise<boolean> {
  const { rows } = await sql`select 1 from platform.undistributed limit 1`.execute(db);
  return rows.length > 0;
}
