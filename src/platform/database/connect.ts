import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { keepPool } from './pipelined-transaction.ts';
import { PlannedClient } from './planned-client.ts';
import { connectReads } from './reads.ts';
import type { Schema } from './schema.ts';
import type { Db } from './types.ts';

export type Connection = {
  readonly db: Db;
  /** For pages: single statements that read, over up to three connections more. See reads.ts. */
  readonly reads: Db;
  readonly pool: pg.Pool;
  readonly close: () => Promise<void>;
};

/** Where PostgreSQL listens: a URL, or the folder of a unix socket. */
export type Address = { readonly url: string } | { readonly socketFolder: string; readonly database: string };

/**
 * Opens a pool of at most `size` connections. Nothing is sent until the first query.
 *
 * @param role whose rights to work with, rather than those of who connects: see limit-rights.ts
 */
export function connect(address: Address, size = 10, role?: string): Connection {
  const config = { ...clientConfig(address), ...(role === undefined ? {} : { options: `-c role=${role}` }) };
  const pool = new pg.Pool({ ...config, max: size, allowExitOnIdle: true, Client: PlannedClient });
  // An idle connection that the server closes (a restart) must not end the process: the pool opens another.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db: Db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  keepPool(db, pool);
  const reads = connectReads(config);
  const close = async () => {
    await reads.destroy();
    // Kysely ends the pool only when it has used it.
    await db.destroy();
    if (!pool.ending) await pool.end();
  };
  return { db, reads, pool, close };
}

/**
 * A pool of its own at the address and with the rights of another, for work that must never wait for the others' connections,
 * nor they for its. What takes longer than `withinMs` fails.
 */
export function connectBeside(
  { pool: other }: Connection,
  { size, withinMs }: { readonly size: number; readonly withinMs: number },
): Pick<Connection, 'db' | 'close'> {
  const limits = { max: size, connectionTimeoutMillis: withinMs, statement_timeout: withinMs };
  const pool = new pg.Pool({ ...other.options, ...limits });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db: Db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  const close = async () => {
    await db.destroy();
    if (!pool.ending) await pool.end();
  };
  return { db, close };
}

/** The settings of one `pg` client at this address, with our types: bigint, Temporal, parsed JSON. */
export function clientConfig(address: Address): pg.ClientConfig {
  const types = { getTypeParser: parserOf } as pg.CustomTypesConfig;
  if ('url' in address) return { connectionString: address.url, types };
  return { host: address.socketFolder, database: address.database, user: 'institor', types };
}

const INT8 = 20;
const XID8 = 5069;
const DATE = 1082;
const TIMESTAMPTZ = 1184;
const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [INT8, (text) => BigInt(text)],
  [XID8, (text) => BigInt(text)],
  [DATE, (text) => Temporal.PlainDate.from(text)],
  [TIMESTAMPTZ, (text) => Temporal.Instant.from(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))],
]);

function parserOf(oid: number, format?: 'text' | 'binary'): unknown {
  return PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format as 'text');
}
