import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { KeptRedirect, Redirect } from '../redirect-rules.ts';

// Any constant does. Two that add at a time could close a loop that neither sees.
const LOCK = 7_312_041;

export async function lockRedirects(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
}

/** The redirects that these replace, lead to, or take further. */
export async function readAround(db: Db, additions: readonly KeptRedirect[]): Promise<KeptRedirect[]> {
  const paths = additions.map((redirect) => redirect.path);
  const ends = additions.map((redirect) => redirect.targetPath);
  const { rows } = await sql<{ path: string; target: string; target_path: string }>`
    select path, target, target_path from content.redirect
    where path = any(${[...paths, ...ends]}::text[]) or target_path = any(${paths}::text[])`.execute(db);
  return rows.map((row) => ({ path: row.path, target: row.target, targetPath: row.target_path }));
}

export async function writeRedirects(tx: Tx, redirects: readonly KeptRedirect[]): Promise<void> {
  if (redirects.length === 0) return;
  await sql`
    insert into content.redirect (path, target, target_path)
    select * from unnest(
      ${redirects.map((redirect) => redirect.path)}::text[], ${redirects.map((redirect) => redirect.target)}::text[],
      ${redirects.map((redirect) => redirect.targetPath)}::text[])
    on conflict (path) do update set target = excluded.target, target_path = excluded.target_path`.execute(
    tx,
  );
}

export async function deleteRedirects(tx: Tx, paths: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ path: string }>`
    delete from content.redirect where path = any(${paths}::text[]) returning path`.execute(tx);
  return rows.map((row) => row.path);
}

export async function readTarget(db: Db, path: string): Promise<string | undefined> {
  const { rows } = await sql<{ target: string }>`
    select target from content.redirect where path = ${path}`.execute(db);
  return rows[0]?.target;
}

/** In order of their paths, for a list: those after `after`, with `q` somewhere in the path or the target. */
export async function readRedirects(
  db: Db,
  input: { readonly after?: string; readonly limit: number; readonly q?: string },
): Promise<Redirect[]> {
  const { q = '' } = input;
  const { rows } = await sql<Redirect>`
    select path, target from content.redirect where path > ${input.after ?? ''}
      and (strpos(path, lower(${q}::text)) > 0 or strpos(lower(target), lower(${q}::text)) > 0)
    order by path limit ${Math.min(input.limit, 1_000)}`.execute(db);
  return rows;
}
