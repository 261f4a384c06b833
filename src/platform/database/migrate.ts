import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';

export type Migration = { readonly name: string; readonly sql: string; readonly hash: string };

const FOLDER = join(import.meta.dirname, '../../../migrations');
const NAME = /^\d{4}_[a-z]+_[a-z0-9_]+\.sql$/;
// Any constant does; two processes that start together must choose the same one.
const LOCK = 7_312_004;

/** Every migration in order of its number; throws on a file that is not `NNNN_module_what.sql` or a reused number. */
export async function readMigrations(folder = FOLDER): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  const numbers = new Set<string>();
  for (const name of names) {
    if (!NAME.test(name)) throw new Error(`migrations/${name} is not named NNNN_module_what.sql`);
    const number = name.slice(0, 4);
    if (numbers.has(number)) throw new Error(`two migrations have the number ${number}`);
    numbers.add(number);
  }
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8');
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/**
 * Runs what has not run yet, each file in a transaction of its own, under an advisory lock: of two processes
 * that start together one migrates and the other waits. Throws when a file that has run was changed, or when
 * the database is ahead of this program.
 *
 * @returns the names that were run now
 */
export async function migrate(
  client: pg.Client | pg.PoolClient,
  migrations: readonly Migration[],
): Promise<string[]> {
  await client.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    await client.query('create schema if not exists platform');
    await client.query(`create table if not exists platform.migration (
      name text primary key, hash text not null, run_at timestamptz not null default now())`);
    const done = await client.query<{ name: string; hash: string }>(
      'select name, hash from platform.migration',
    );
    const hashes = new Map(done.rows.map((row) => [row.name, row.hash]));
    refuseDrift(hashes, migrations);
    const run: string[] = [];
    for (const migration of migrations) {
      if (hashes.has(migration.name)) continue;
      await runOne(client, migration);
      run.push(migration.name);
    }
    return run;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]);
  }
}

function refuseDrift(hashes: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.hash]));
  for (const [name, hash] of hashes) {
    const hashNow = known.get(name);
    if (hashNow === undefined) {
      throw new Error(
        `the database has run ${name}, which this version of Institor does not know: start a newer one`,
      );
    }
    if (hashNow !== hash) throw new Error(`${name} was changed after it ran: write a new migration instead`);
  }
}

async function runOne(client: pg.Client | pg.PoolClient, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query('insert into platform.migration (name, hash) values ($1, $2)', [
      migration.name,
      migration.hash,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`${migration.name} failed; nothing of it was kept`, { cause: error });
  }
}
