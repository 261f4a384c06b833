import type { Readable } from 'node:stream';
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import pg from 'pg';
import type { Connection } from './connect.ts';
import { copyIn } from './copy.ts';
import type { Schema } from './schema.ts';
import type { Tx } from './types.ts';

/** Feeds rows to a `copy … from stdin` in the transaction. */
export type Copy = (statement: string, data: Readable) => Promise<void>;

/**
 * Runs `work` in a transaction on a connection of its own, with the rights of the pool's, over which rows can also be copied
 * in: those of the pool send their statements ahead, which a copy cannot stand between. Once, unlike `transact`.
 */
export async function transactInBulk<Value>(
  { pool }: Pick<Connection, 'pool'>,
  work: (tx: Tx, copy: Copy) => Promise<Value>,
): Promise<Value> {
  const client = new pg.Client({ ...pool.options, application_name: 'institor bulk' });
  let lost: Error | undefined;
  // Between two statements nobody hears of it; the next one fails with it.
  client.on('error', (error) => {
    lost = error;
  });
  await client.connect();
  try {
    await client.query('begin');
    const value = await work(transactionOn(client), (statement, data) => copyIn(client, statement, data));
    await client.query('commit');
    return value;
  } catch (error) {
    if (lost === undefined) await client.query('rollback');
    throw error;
  } finally {
    await client.end();
  }
}

function transactionOn(client: pg.Client): Tx {
  const query = async (text: string, values: unknown[]) => client.query(text, values);
  const facade = { query, release: () => undefined };
  const pool = { connect: async () => facade, end: async () => undefined } as unknown as PostgresPool;
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }) as unknown as Tx;
}
