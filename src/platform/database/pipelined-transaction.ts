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
  const { tx, end } = transactionOn(client);
  let lost: Error | undefined;
  try {
    await client.query('begin');
    const value = await work(tx);
    end();
    await client.query('commit');
    return value;
  } catch (error) {
    end();
    await client.query('rollback').catch((failure: Error) => {
      lost = failure;
    });
    throw error;
  } finally {
    client.release(lost);
  }
}

/**
 * The transaction that is open on this client, and its end: whoever still asks something of it then, because another of
 * those who asked together has failed, is refused, and does not write into the next transaction on the connection.
 */
function transactionOn(client: pg.PoolClient): { readonly tx: Tx; readonly end: () => void } {
  const { stream } = client.connection;
  let isHeld = false;
  let isOver = false;
  const query = async (text: string, values: unknown[]) => {
    if (isOver) throw new TypeError(`asked of a transaction that is over: ${text.trim().slice(0, 60)}`);
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
  const tx = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }) as unknown as Tx;
  return {
    tx,
    end: () => {
      isOver = true;
    },
  };
}
