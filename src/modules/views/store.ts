import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/index.ts';
import type { View, ViewId } from './view.ts';

type Row = { id: ViewId; list: string; name: string; query: string; owner: string; is_shared: boolean };

const MOST_SHOWN = 500;

/** The views of a list that somebody sees: their own and everybody's, by name. */
export async function readViews(
  db: Db,
  { list, owner }: { readonly list: string; readonly owner: string },
): Promise<readonly View[]> {
  const { rows } = await sql<Row>`
    select id, list, name, query, owner, is_shared from views.view
    where list = ${list} and (owner = ${owner} or is_shared)
    order by name, id limit ${MOST_SHOWN}`.execute(db);
  return rows.map(({ is_shared, ...row }) => ({ ...row, isShared: is_shared }));
}

/** One after the other for each person, so that the limit and names hold. */
export async function lockOwner(tx: Tx, owner: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`views ${owner}`}, 0))`.execute(tx);
}

export async function countViews(tx: Tx, owner: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from views.view where owner = ${owner}`.execute(tx);
  return rows[0]?.count ?? 0;
}

export async function insertView(tx: Tx, view: View, now: Temporal.Instant): Promise<'saved' | 'name_taken'> {
  const { rows } = await sql`
    insert into views.view (id, list, name, query, owner, is_shared, saved_at)
    values (${view.id}, ${view.list}, ${view.name}, ${view.query}, ${view.owner}, ${view.isShared},
      ${now.toString()}::timestamptz)
    on conflict on constraint name_taken do nothing returning id`.execute(tx);
  return rows.length > 0 ? 'saved' : 'name_taken';
}

export async function updateView(
  tx: Tx,
  view: View,
  now: Temporal.Instant,
): Promise<'saved' | 'name_taken' | 'not_found'> {
  const { rows: taken } = await sql`
    select id from views.view
    where list = ${view.list} and owner = ${view.owner} and name = ${view.name} and id <> ${view.id}`.execute(
    tx,
  );
  if (taken.length > 0) return 'name_taken';
  const { rows } = await sql`
    update views.view set name = ${view.name}, query = ${view.query}, is_shared = ${view.isShared},
      saved_at = ${now.toString()}::timestamptz
    where id = ${view.id} and owner = ${view.owner} and list = ${view.list} returning id`.execute(tx);
  return rows.length > 0 ? 'saved' : 'not_found';
}

/** Whether there was one. */
export async function deleteView(
  tx: Tx,
  { id, owner }: { readonly id: ViewId; readonly owner: string },
): Promise<boolean> {
  const { rows } = await sql`
    delete from views.view where id = ${id} and owner = ${owner} returning id`.execute(tx);
  return rows.length > 0;
}
