import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { Cadence } from '../schedule/cadence.ts';
import type { Schedule, ScheduleId } from '../schedule/schedule.ts';
import { LANGUAGES } from '../words/words.ts';
import { blocksWire, recipientsWire } from './documents.ts';

type Row = {
  id: ScheduleId;
  version: bigint;
  name: string;
  language: string;
  blocks: unknown;
  every: string;
  weekday: number | null;
  month_day: number | null;
  hour: number;
  recipients: unknown;
  is_paused: boolean;
  may_see_costs: boolean;
  created_by: string;
  created_at: Temporal.Instant;
  next_run_at: Temporal.Instant | null;
};

const COLUMNS = sql`id, version, name, language, blocks, every, weekday, month_day, hour, recipients, is_paused,
  may_see_costs, created_by, created_at, next_run_at`;

export async function selectSchedules(db: Db): Promise<readonly Schedule[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from reporting.schedule order by lower(name), id limit 500`.execute(db);
  return rows.map(scheduleOf);
}

export async function selectSchedule(db: Db, id: ScheduleId): Promise<Schedule | undefined> {
  const { rows } = await sql<Row>`select ${COLUMNS} from reporting.schedule where id = ${id}`.execute(db);
  return rows.map(scheduleOf)[0];
}

export async function lockSchedule(tx: Tx, id: ScheduleId): Promise<Schedule | undefined> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from reporting.schedule where id = ${id} for update`.execute(tx);
  return rows.map(scheduleOf)[0];
}

/** Those whose time has come, locked; who is locked by somebody else waits for the next look. */
export async function lockDue(tx: Tx, now: Temporal.Instant): Promise<readonly Schedule[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from reporting.schedule where next_run_at <= ${now.toString()}::timestamptz
    order by next_run_at, id limit 100 for update skip locked`.execute(tx);
  return rows.map(scheduleOf);
}

/** Makes it, or makes it what it is now. */
export async function writeSchedule(tx: Tx, schedule: Schedule): Promise<void> {
  const { cadence } = schedule;
  const weekday = cadence.every === 'week' ? cadence.weekday : null;
  const monthDay = cadence.every === 'month' ? cadence.monthDay : null;
  await sql`
    insert into reporting.schedule (id, version, name, language, blocks, every, weekday, month_day, hour, recipients,
      is_paused, may_see_costs, created_by, created_at, next_run_at)
    values (${schedule.id}, ${schedule.version}, ${schedule.name}, ${schedule.language},
      ${JSON.stringify(schedule.blocks)}::jsonb, ${cadence.every}, ${weekday}, ${monthDay}, ${cadence.hour},
      ${JSON.stringify(schedule.recipients)}::jsonb, ${schedule.isPaused}, ${schedule.maySeeCosts},
      ${schedule.createdBy}, ${schedule.createdAt.toString()}::timestamptz,
      ${schedule.nextRunAt?.toString() ?? null}::timestamptz)
    on conflict (id) do update set (version, name, language, blocks, every, weekday, month_day, hour, recipients,
      is_paused, may_see_costs, next_run_at) = (excluded.version, excluded.name, excluded.language, excluded.blocks,
      excluded.every, excluded.weekday, excluded.month_day, excluded.hour, excluded.recipients, excluded.is_paused,
      excluded.may_see_costs, excluded.next_run_at)`.execute(tx);
}

export async function setNextRun(tx: Tx, id: ScheduleId, at: Temporal.Instant): Promise<void> {
  await sql`
    update reporting.schedule set next_run_at = ${at.toString()}::timestamptz where id = ${id}`.execute(tx);
}

export async function deleteSchedule(tx: Tx, id: ScheduleId): Promise<boolean> {
  const { rows } = await sql`delete from reporting.schedule where id = ${id} returning 1`.execute(tx);
  return rows.length > 0;
}

export async function countSchedules(tx: Tx): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from reporting.schedule`.execute(tx);
  return rows[0]?.count ?? 0;
}

function scheduleOf(row: Row): Schedule {
  const { id, version, name } = row;
  const language = LANGUAGES.find((one) => one === row.language);
  if (language === undefined) throw new TypeError(`${row.language} is no language of reports`);
  return {
    ...{ id, version, name, language, cadence: cadenceOf(row) },
    blocks: blocksWire.parse(row.blocks),
    recipients: recipientsWire.parse(row.recipients),
    ...{ isPaused: row.is_paused, maySeeCosts: row.may_see_costs },
    ...{ createdBy: row.created_by, createdAt: row.created_at, nextRunAt: row.next_run_at ?? undefined },
  };
}

function cadenceOf({ every, weekday, month_day: monthDay, hour }: Row): Cadence {
  if (weekday !== null) return { every: 'week', weekday, hour };
  if (monthDay !== null) return { every: 'month', monthDay, hour };
  if (every !== 'day') throw new TypeError(`${every} is no cadence`);
  return { every, hour };
}
