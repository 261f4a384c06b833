import { sql } from 'kysely';
import type { Db, Tx } from '../database/index.ts';
import { tell } from '../outbox/index.ts';
import type { Work, WorkId, WorkState } from './work.ts';

type Row = {
  id: WorkId;
  kind: string;
  title: string;
  state: WorkState;
  done: number;
  total: number;
  started_by: string;
  is_cancel_asked: boolean;
  result: Record<string, string | number>;
  failure: string;
  undo_permission: string | null;
  undoes: WorkId | null;
  asked: Record<string, string>;
  file_name: string | null;
  created_at: Temporal.Instant;
  ended_at: Temporal.Instant | null;
};

// What nobody took back, or began to, can be where anything was changed.
const COLUMNS =
  sql.raw(`id, kind, title, state, done, total, started_by, is_cancel_asked, result, failure, asked, undoes, file_name,
  created_at, ended_at, case when undo_kind is not null and ended_at is not null
    and exists (select from platform.work_piece piece where piece.work_id = work.id and piece.outcome = 'changed')
    and not exists (select from platform.work undo
      where undo.undoes = work.id and undo.state in ('waiting', 'running', 'done'))
  then undo_permission end as undo_permission`);

type New = Pick<Work, 'id' | 'kind' | 'title' | 'startedBy' | 'createdAt'> & {
  readonly asked?: Work['asked'];
  readonly total?: number;
  readonly undo?: { readonly kind: string; readonly permission: string };
  readonly undoes?: WorkId;
};

export async function insertWork(tx: Tx, given: New): Promise<void> {
  const { id, kind, title, startedBy, createdAt, asked = {}, total = 0, undo, undoes } = given;
  await sql`
    insert into platform.work (id, kind, title, started_by, asked, created_at, total, undo_kind, undo_permission,
      undoes)
    values (${id}, ${kind}, ${title}, ${startedBy}, ${JSON.stringify(asked)}::jsonb,
      ${createdAt.toString()}::timestamptz, ${total},
      ${undo?.kind ?? null}, ${undo?.permission ?? null}, ${undoes ?? null})`.execute(tx);
  await tell(tx, 'work.changed', { workId: id });
}

/** The work with this id. */
export async function readWork(db: Db, id: WorkId): Promise<Work | undefined> {
  const { rows } = await sql<Row>`select ${COLUMNS} from platform.work where id = ${id}`.execute(db);
  return rows.map(workOf)[0];
}

/** Locks ended work that can be taken back; the kind that does so. */
export async function lockWork(tx: Tx, id: WorkId): Promise<string | undefined> {
  const { rows } = await sql<{ undo_kind: string }>`
    select undo_kind from platform.work where id = ${id} and undo_kind is not null and ended_at is not null
    for update`.execute(tx);
  const kind = rows[0]?.undo_kind;
  if (kind === undefined) return undefined;
  return (await readWork(tx, id))?.undoPermission === undefined ? undefined : kind;
}

/** What these began, the latest first. */
export async function listWork(
  db: Db,
  query: { readonly startedBy: string | readonly string[]; readonly limit: number; readonly before?: WorkId },
): Promise<readonly Work[]> {
  const before = query.before ? sql`and id < ${query.before}` : sql``;
  const { rows } = await sql<Row>`
    select ${COLUMNS} from platform.work where started_by = any(${[query.startedBy].flat()}::text[]) ${before}
    order by id desc limit ${query.limit}`.execute(db);
  return rows.map(workOf);
}

/** Whether it goes on: not when it was cancelled or has ended. */
export async function noteProgress(
  db: Db,
  id: WorkId,
  progress: { readonly done: number; readonly total: number },
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ is_cancel_asked: boolean }>`
      update platform.work set state = 'running', done = ${progress.done}, total = ${progress.total}
      where id = ${id} and ended_at is null returning is_cancel_asked`.execute(tx);
    await tell(tx, 'work.changed', { workId: id });
    return rows[0]?.is_cancel_asked === false;
  });
}

type End = {
  readonly state: 'done' | 'failed' | 'cancelled';
  readonly result?: Readonly<Record<string, string | number>>;
  readonly failure?: string;
  readonly file?: { readonly name: string; readonly mime: string };
  readonly now: Temporal.Instant;
};

/** Ends it, once. */
export async function noteEnd(db: Db, id: WorkId, end: End): Promise<void> {
  const { state, result = {}, failure = '', file, now } = end;
  await db.transaction().execute(async (tx) => {
    await sql`
      update platform.work set state = ${state}, result = ${JSON.stringify(result)}::jsonb, failure = ${failure},
        file_name = ${file?.name ?? null}, file_mime = ${file?.mime ?? null},
        ended_at = ${now.toString()}::timestamptz
      where id = ${id} and ended_at is null`.execute(tx);
    await tell(tx, 'work.changed', { workId: id });
  });
}

/** `undefined`: there is none that goes on; else whether it had begun. */
export async function askToCancel(
  tx: Tx,
  id: WorkId,
  now: Temporal.Instant,
): Promise<'asked' | 'cancelled' | undefined> {
  // What nobody has begun is cancelled at once: its job finds it ended.
  const { rows } = await sql<{ state: WorkState }>`
    update platform.work set is_cancel_asked = true,
      state = case when state = 'waiting' then 'cancelled' else state end,
      ended_at = case when state = 'waiting' then ${now.toString()}::timestamptz end
    where id = ${id} and ended_at is null returning state`.execute(tx);
  const state = rows[0]?.state;
  if (state === undefined) return undefined;
  await tell(tx, 'work.changed', { workId: id });
  return state === 'cancelled' ? 'cancelled' : 'asked';
}

/** Ids of what ended before and left a file, and of what is to be forgotten. */
export async function forgetEnded(
  db: Db,
  before: Temporal.Instant,
  limit: number,
): Promise<readonly WorkId[]> {
  const { rows } = await sql<{ id: WorkId }>`
    delete from platform.work where id in (
      select id from platform.work where ended_at < ${before.toString()}::timestamptz limit ${limit})
    returning id`.execute(db);
  return rows.map(({ id }) => id);
}

function workOf(row: Row): Work {
  return {
    ...{ id: row.id, kind: row.kind, title: row.title, state: row.state, done: row.done, total: row.total },
    startedBy: row.started_by,
    isCancelAsked: row.is_cancel_asked,
    result: row.result,
    failure: row.failure,
    undoPermission: row.undo_permission ?? undefined,
    undoes: row.undoes ?? undefined,
    asked: row.asked,
    fileName: row.file_name ?? undefined,
    createdAt: row.created_at,
    endedAt: row.ended_at ?? undefined,
  };
}
