import { sql } from 'kysely';
import type { Db, Tx } from '../database/index.ts';
import type { ChangedPiece, PieceOutcome } from './piece.ts';
import type { WorkId } from './work.ts';

const INSERTED_AT_ONCE = 20_000;

/** What the work is about, in this order. */
export async function insertPieces(tx: Tx, id: WorkId, keys: readonly string[]): Promise<void> {
  for (let start = 0; start < keys.length; start += INSERTED_AT_ONCE) {
    await sql`
      insert into platform.work_piece (work_id, position, key)
      select ${id}, ${start}::int + place - 1, key
      from unnest(${keys.slice(start, start + INSERTED_AT_ONCE)}::text[]) with ordinality as given (key, place)`.execute(
      tx,
    );
  }
}

/** The next pieces of which nothing is known yet, locked. */
export async function takePieces(tx: Tx, id: WorkId, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ key: string }>`
    select key from platform.work_piece where work_id = ${id} and outcome is null
    order by position limit ${limit} for update`.execute(tx);
  return rows.map(({ key }) => key);
}

export async function keepOutcomes(
  tx: Tx,
  id: WorkId,
  outcomes: ReadonlyMap<string, PieceOutcome>,
): Promise<void> {
  const rows = [...outcomes].map(([key, outcome]) => ({ key, reason: '', ...outcome }));
  await sql`
    update platform.work_piece piece
    set outcome = found.outcome, label = left(found.label, 500), reason = left(found.reason, 500),
      before = found.before, after = found.after
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as found (key text, outcome text, label text, reason text, before jsonb, after jsonb)
    where piece.work_id = ${id} and piece.key = found.key and piece.outcome is null`.execute(tx);
}

export type PieceCounts = {
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly open: number;
};

export async function countPieces(db: Db, id: WorkId): Promise<PieceCounts> {
  const { rows } = await sql<PieceCounts>`
    select count(*) filter (where outcome = 'changed')::int as changed,
      count(*) filter (where outcome = 'unchanged')::int as unchanged,
      count(*) filter (where outcome = 'refused')::int as refused,
      count(*) filter (where outcome is null)::int as open
    from platform.work_piece where work_id = ${id}`.execute(db);
  return rows[0] ?? { changed: 0, unchanged: 0, refused: 0, open: 0 };
}

/** Keys of what was changed, the last first: what is taken back goes the way it came. */
export async function changedKeys(db: Db, id: WorkId): Promise<readonly string[]> {
  const { rows } = await sql<{ key: string }>`
    select key from platform.work_piece where work_id = ${id} and outcome = 'changed'
    order by position desc`.execute(db);
  return rows.map(({ key }) => key);
}

export async function readChanged(db: Db, id: WorkId, keys: readonly string[]): Promise<ChangedPiece[]> {
  const { rows } = await sql<ChangedPiece>`
    select key, label, before, after from platform.work_piece
    where work_id = ${id} and key = any(${keys}::text[]) and outcome = 'changed' order by position`.execute(
    db,
  );
  return rows;
}

export type RefusedPiece = { readonly key: string; readonly label: string; readonly reason: string };

/** Page after page of what was refused. */
export async function* refusedPieces(db: Db, id: WorkId): AsyncGenerator<readonly RefusedPiece[]> {
  for (let after = -1; ; ) {
    const { rows } = await sql<RefusedPiece & { position: number }>`
      select position, key, label, reason from platform.work_piece
      where work_id = ${id} and outcome = 'refused' and position > ${after}
      order by position limit 1000`.execute(db);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < 1_000) return;
    after = last.position;
  }
}
