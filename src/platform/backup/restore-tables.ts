import type pg from 'pg';
import { type Connection, copyIn, ownerClient, prepareDatabase, readMigrations } from '../database/index.ts';
import { TABLES } from './back-up-tables.ts';
import type { LogicalDatabase, Manifest } from './manifest.ts';
import { readPacked } from './packed-file.ts';

export type TablesRestore = {
  readonly place: string;
  readonly manifest: Manifest;
  readonly database: LogicalDatabase;
  /** To an empty database, with the rights of who owns it. */
  readonly connection: Connection;
  readonly onFile: () => void;
};

/**
 * Migrates an empty database as far as the backup's was, then puts the rows in, in one transaction: what looks at rows as
 * they come (triggers, foreign keys, indexes) is put aside meanwhile, and made again at the end, when the foreign keys
 * are looked at as a whole.
 */
export async function restoreTables({
  place,
  manifest,
  database,
  connection,
  onFile,
}: TablesRestore): Promise<void> {
  const client = ownerClient(connection);
  await client.connect();
  try {
    await migrateAsFar(client, connection, manifest, database);
    await client.query('begin');
    const aside = await putAside(client);
    const names = database.tables.map(({ name }) => name);
    await client.query(`truncate ${names.join(', ')} cascade`);
    for (const { name, columns } of database.tables) {
      const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
      const rows = readPacked(place, `${TABLES}/${name.replaceAll('"', '')}.zst`);
      await copyIn(client, `copy ${name} (${list}) from stdin`, rows);
      onFile();
    }
    for (const { name, last } of database.sequences) {
      await client.query('select setval($1::regclass, $2::bigint)', [name, last]);
    }
    for (const statement of aside) await client.query(statement);
    await client.query('commit');
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

async function migrateAsFar(
  client: pg.Client,
  connection: Connection,
  manifest: Manifest,
  database: LogicalDatabase,
): Promise<void> {
  const all = await readMigrations();
  const wanted = new Set(manifest.migrations);
  const known = all.filter(({ name }) => wanted.has(name));
  if (known.length < wanted.size) {
    throw new Error('The backup is of a newer Institor than this one: restore it with that version.');
  }
  // graphile-worker's own schema comes first; then ours as far as the backup's, and not further.
  await prepareDatabase(connection, known);
  const { rows } = await client.query<{ jobs: number }>(
    'select max(id) as jobs from graphile_worker.migrations',
  );
  if (rows[0]?.jobs !== database.jobsVersion) {
    throw new Error(
      `The backup's jobs are of version ${database.jobsVersion}, this Institor's of ${rows[0]?.jobs}: restore it with ` +
        `Institor ${manifest.institor}, then update.`,
    );
  }
}

/**
 * Takes away what would be slow or in the way.
 *
 * @returns the statements that bring it back
 */
async function putAside(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ away: string; back: string }>(ASIDE);
  for (const { away } of rows) await client.query(away);
  return rows.map(({ back }) => back).toReversed();
}

const ASIDE = `
  with relation as (
    select class.oid, format('%I.%I', place.nspname, class.relname) as name
    from pg_class class join pg_namespace place on place.oid = class.relnamespace
    where class.relkind = 'r' and place.nspname !~ '^pg_' and place.nspname <> 'information_schema'
  )
  select format('alter table %s drop constraint %I', name, conname) as away,
    format('alter table %s add constraint %I %s', name, conname, pg_get_constraintdef(constraint_.oid)) as back,
    3 as place
  from pg_constraint constraint_ join relation on relation.oid = conrelid where contype = 'f'
  union all
  select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid), 1
  from pg_index join relation on relation.oid = indrelid
  where not indisprimary and not exists (select from pg_constraint where conindid = indexrelid)
  union all
  select format('alter table %s disable trigger user', name), format('alter table %s enable trigger user', name), 2
  from relation where exists (select from pg_trigger where tgrelid = relation.oid and not tgisinternal)
  order by place desc`;
