import { runMigrations } from 'graphile-worker';
import type { Connection } from './connect.ts';
import { migrate, readMigrations } from './migrate.ts';

/**
 * Brings the database to the state this program needs: graphile-worker's own schema, then ours.
 *
 * @returns the names of our migrations that ran now
 */
export async function prepareDatabase(connection: Connection): Promise<string[]> {
  await runMigrations({ pgPool: connection.pool });
  const client = await connection.pool.connect();
  try {
    return await migrate(client, await readMigrations());
  } finally {
    client.release();
  }
}
