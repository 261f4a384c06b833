import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import type pg from 'pg';
import type { Schema } from './schema.ts';
import type { Db, Tx } from './types.ts';

const pools = new WeakMap<Db, pg.Pool>();

/** From now on `runPipelined(db, …)` takes its connections from this pool. */
export function keepPool(db: Db, pool: pg.Pool): void {
  pools.set(db, pool);
}

/**
 * Runs `work` in a transaction whose statements go out together when they are asked together (`Promise.all`), as those
 * of reads.ts do: PostgreSQL runs them one after the other, and they cost one write and one way there and back. When one
 * fails, those after it fail with it.
 */
export async function runPipelined<Value>(db: Db, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  const pool = pools.get(db);
  // A database with a plugin, or none of `connect`: as Kysely does it.
  if (pool === undefined) return db.transaction().execute(work);
  const client = await pool.connect();
  let lost: Error | undefined;
  try {
    await client.query('begin');
    const value = await work(transactionOn(client));
    await client.query('commit');
    return value;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      lost = failure;
    });
    throw error;
  } finally {
    client.release(lost);
  }
}

const transactions = new WeakMap<pg.PoolClient, Tx>();

function transactionOn(client: pg.PoolClient): Tx {
  const known = transactions.get(client);
  if (known !== undefined) return known;
  const { stream } = client.connection;
  let isHeld = false;
  const query = (text: string, values: unknown[]) => {
    if (!isHeld) {
      isHeld = true;
      stream.cork();
      // After every promise that is due now: what is asked together has been asked by then.
      process.nextTick(() => {
        isHeld = false;
        stream.uncork();
      });
    }
    return client.query(text, values);
  };
  const facade = { query, release: () => undefined };
  const pool = { connect: async () => facade, end: async () => undefined } as unknown as PostgresPool;
  const made = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }) as unknown as Tx;
  transactions.set(client, made);
  return made;
}
