import { runMigrations } from 'graphile-worker';
import type { Connection } from './connect.ts';
import { type Migration, migrate, readMigrations } from './migrate.ts';

/**
 * Brings the database to the state this program needs: graphile-worker's own schema, then ours.
 *
 * @param migrations all of ours unless given: a restore goes as far as the backup's shop had gone
 * @returns the names of our migrations that ran now
 */
export async function prepareDatabase(
  connection: Connection,
  migrations?: readonly Migration[],
): Promise<string[]> {
  await runMigrations({ pgPool: connection.pool });
  const client = await connection.pool.connect();
  try {
    return await migrate(client, migrations ?? (await readMigrations()));
  } finally {
    client.release();
  }
}
