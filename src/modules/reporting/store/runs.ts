import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { Run, RunId, ScheduleId } from '../schedule/schedule.ts';

type Row = Omit<Run, 'endedAt'> & { readonly endedAt: Temporal.Instant | null };

const COLUMNS = sql`id, schedule_id as "scheduleId", due_at as "dueAt", only_to as "onlyTo", state, attempts, problem,
  mails, ended_at as "endedAt"`;

/** `false`: there is a run of this time already. */
export async function insertRun(
  tx: Tx,
  run: Pick<Run, 'id' | 'scheduleId' | 'dueAt' | 'onlyTo'>,
  now: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql`
    insert into reporting.run (id, schedule_id, due_at, only_to, state, created_at)
    values (${run.id}, ${run.scheduleId}, ${run.dueAt.toString()}::timestamptz, ${run.onlyTo}, 'waiting',
      ${now.toString()}::timestamptz)
    on conflict (schedule_id, due_at) where only_to = '' do nothing returning 1`.execute(tx);
  return rows.length > 0;
}

export async function selectRun(db: Db, id: RunId): Promise<Run | undefined> {
  const { rows } = await sql<Row>`select ${COLUMNS} from reporting.run where id = ${id}`.execute(db);
  return rows.map(runOf)[0];
}

/** Whoever sends it holds it: a second one waits here, and then finds it sent. */
export async function lockRun(tx: Tx, id: RunId): Promise<Run | undefined> {
  const { rows } = await sql<Row>`select ${COLUMNS} from reporting.run where id = ${id} for update`.execute(
    tx,
  );
  return rows.map(runOf)[0];
}

/** The last ones, the latest first. */
export async function selectRuns(db: Db, scheduleId: ScheduleId, limit: number): Promise<readonly Run[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from reporting.run where schedule_id = ${scheduleId}
    order by created_at desc, id desc limit ${limit}`.execute(db);
  return rows.map(runOf);
}

/** The last run by the clock of each schedule. */
export async function selectLatestRuns(db: Db): Promise<ReadonlyMap<ScheduleId, Run>> {
  const { rows } = await sql<Row>`
    select distinct on (schedule_id) ${COLUMNS} from reporting.run where only_to = ''
    order by schedule_id, due_at desc`.execute(db);
  return new Map(rows.map(runOf).map((run) => [run.scheduleId, run]));
}

export async function endRun(
  db: Db,
  id: RunId,
  end: Pick<Run, 'state' | 'problem' | 'mails' | 'attempts'>,
  now: Temporal.Instant,
): Promise<void> {
  const endedAt = end.state === 'waiting' ? null : now.toString();
  await sql`
    update reporting.run set state = ${end.state}, problem = ${end.problem.slice(0, 1_000)}, mails = ${end.mails},
      attempts = ${end.attempts}, ended_at = ${endedAt}::timestamptz
    where id = ${id}`.execute(db);
}

/** @returns how many went, at most `limit` */
export async function deleteRuns(db: Db, before: Temporal.Instant, limit: number): Promise<number> {
  const result = await sql`
    delete from reporting.run where id in (
      select id from reporting.run where created_at < ${before.toString()}::timestamptz limit ${limit})`.execute(
    db,
  );
  return Number(result.numAffectedRows ?? 0n);
}

export async function insertUnsubscribed(
  tx: Tx,
  scheduleId: ScheduleId,
  email: string,
  now: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into reporting.unsubscribed (schedule_id, email, at)
    values (${scheduleId}, ${email.toLowerCase()}, ${now.toString()}::timestamptz)
    on conflict do nothing`.execute(tx);
}

/** Addresses, in lower case, that want no more of it. */
export async function selectUnsubscribed(db: Db, scheduleId: ScheduleId): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ email: string }>`
    select email from reporting.unsubscribed where schedule_id = ${scheduleId}`.execute(db);
  return new Set(rows.map(({ email }) => email));
}

function runOf(row: Row): Run {
  return { ...row, endedAt: row.endedAt ?? undefined };
}
