import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import pg from 'pg';
import type { Schema } from './schema.ts';
import type { Db, Tx } from './types.ts';

const IN_FAILED_TRANSACTION = '25P02';

const pools = new WeakMap<Db, pg.Pool>();

/** From now on `runPipelined(db, …)` takes its connections from this pool. */
export function keepPool(db: Db, pool: pg.Pool): void {
  pools.set(db, pool);
}

/**
 * Says that these statements are the last ones of their transaction, each one alone: they go out in one write with the
 * commit. When one of them fails, PostgreSQL takes everything back, and the transaction fails with it. Nothing may follow
 * from their answers inside the transaction: whoever asks after them is refused.
 */
export type Lastly = (...asked: readonly Promise<unknown>[]) => void;

/** What is known of an open transaction of ours. */
type Course = { readonly tx: Tx; readonly lastly: Lastly; readonly attempt: number };

const courses = new WeakMap<Db, Course>();

/** How this open transaction goes; `undefined` for the pool, and for a transaction that `transact` has not opened. */
export function courseOf(db: Db): Course | undefined {
  return courses.get(db);
}

/**
 * Runs `work` in a transaction whose statements go out together when they are asked together (`Promise.all`), as those
 * of reads.ts do: PostgreSQL runs them one after the other, and they cost one write and one way there and back. When one
 * fails, those after it fail with it.
 */
export async function runPipelined<Value>(
  db: Db,
  work: (tx: Tx, lastly: Lastly) => Promise<Value>,
  attempt = 1,
): Promise<Value> {
  const pool = pools.get(db);
  // A database with a plugin, or none of `connect`: as Kysely does it.
  if (pool === undefined) return db.transaction().execute((tx) => unpipelined(tx, work, attempt));
  const client = await pool.connect();
  const { tx, end } = transactionOn(client);
  const { last, lastly } = collect();
  courses.set(tx, { tx, lastly, attempt });
  let lost: Error | undefined;
  try {
    await client.query('begin');
    const value = await work(tx, lastly);
    if (last.length === 0) end();
    await commit(client, last, end);
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

async function unpipelined<Value>(
  tx: Tx,
  work: (tx: Tx, lastly: Lastly) => Promise<Value>,
  attempt: number,
): Promise<Value> {
  const { last, lastly } = collect();
  courses.set(tx, { tx, lastly, attempt });
  const value = await work(tx, lastly);
  await Promise.all(last);
  return value;
}

function collect(): { readonly last: Promise<unknown>[]; readonly lastly: Lastly } {
  const last: Promise<unknown>[] = [];
  const lastly: Lastly = (...asked) => {
    // Whoever takes the transaction back before they are looked at has another failure to tell of.
    for (const one of asked) one.catch(() => undefined);
    last.push(...asked);
  };
  return { last, lastly };
}

async function commit(client: pg.PoolClient, last: readonly Promise<unknown>[], end: () => void) {
  if (last.length === 0) {
    await client.query('commit');
    return;
  }
  const { stream } = client.connection;
  stream.cork();
  // After every promise that is due now: the last statements have been asked by then.
  await new Promise<void>((resolve) => process.nextTick(resolve));
  end();
  const committed = client.query('commit');
  stream.uncork();
  // PostgreSQL answers the commit of a failed transaction too, by taking it back.
  const answers = await Promise.allSettled([...last, committed]);
  const failures = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
  if (failures.length > 0) throw failures.find((failure) => !isConsequence(failure)) ?? failures[0];
  const { command } = await committed;
  if (command !== 'COMMIT') throw new RangeError(`a transaction ended with ${command}`);
}

/** Whoever is asked after the one that failed is only told that the transaction is over. */
function isConsequence(failure: unknown): boolean {
  return failure instanceof pg.DatabaseError && failure.code === IN_FAILED_TRANSACTION;
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
