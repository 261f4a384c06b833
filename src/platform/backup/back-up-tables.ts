import pg from 'pg';
import { copyOut, ownerClient } from '../database/index.ts';
import type { BackedUp, BackUp } from './back-up-cluster.ts';
import type { BackupFile, LogicalDatabase } from './manifest.ts';
import { writePacked } from './packed-file.ts';
import { readProofs } from './read-proofs.ts';

export const TABLES = 'tables';
/** What the shop that restores has written itself by then, as it needs it. */
const NOT_COPIED = new Set(['platform.migration', 'graphile_worker.migrations']);

/**
 * All rows of all tables as one snapshot sees them, in PostgreSQL's text format, which every later version reads: for a
 * server that is elsewhere, and for the way to another version.
 */
export async function backUpTables(given: BackUp): Promise<BackedUp<LogicalDatabase>> {
  const client = ownerClient(given.connection);
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read, read only');
    const about = await aboutDatabase(client);
    const tables = await tablesOf(client);
    const files: BackupFile[] = [];
    for (const { name, columns } of tables) {
      given.signal.throwIfAborted();
      const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
      const rows = copyOut(client, `copy ${name} (${list}) to stdout`);
      files.push(await writePacked(given.folder, `${TABLES}/${name.replaceAll('"', '')}.zst`, rows));
      await given.onFile(files.length, tables.length);
    }
    const proven = await readProofs(client, given.proofs);
    const sequences = await sequencesOf(client);
    await client.query('commit');
    return {
      database: { kind: 'logical', jobsVersion: about.jobs, tables: [...tables], sequences: [...sequences] },
      ...{ files, proven, postgresql: about.version, moment: { at: about.at, isExact: true } },
    };
  } finally {
    await client.end();
  }
}

async function aboutDatabase(client: pg.Client) {
  const { rows } = await client.query<{ at: Temporal.Instant; version: string; jobs: number }>(`
    select now() as at, current_setting('server_version') as version,
      (select max(id) from graphile_worker.migrations) as jobs`);
  const [row] = rows;
  if (row === undefined) throw new TypeError('a server has one version');
  return row;
}

/**
 * Columns that are computed are computed again. The number of the transaction that wrote a row (xid8) means nothing to
 * another server: who restores it writes it.
 */
async function tablesOf(client: pg.Client): Promise<LogicalDatabase['tables']> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    select format('%I.%I', place.nspname, class.relname) as name, array_agg(attname::text order by attnum) as columns
    from pg_class class join pg_namespace place on place.oid = class.relnamespace
    join pg_attribute on attrelid = class.oid and attnum > 0 and not attisdropped and attgenerated = ''
      and atttypid <> 'xid8'::regtype
    where class.relkind = 'r' and place.nspname !~ '^pg_' and place.nspname <> 'information_schema'
    group by 1 order by 1`);
  return rows.filter(({ name }) => !NOT_COPIED.has(name));
}

/** Sequences are of no snapshot: read last, they are at or after what the rows have. */
async function sequencesOf(client: pg.Client): Promise<LogicalDatabase['sequences']> {
  const { rows } = await client.query<{ name: string; last: string }>(`
    select format('%I.%I', schemaname, sequencename) as name, last_value::text as last
    from pg_sequences where last_value is not null order by 1`);
  return rows;
}
