import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Connection,
  connect,
  prepareDatabase,
  startEmbedded,
} from '../../../src/platform/database/index.ts';
import { removeDataFolder } from '../../scratch-database.ts';

/**
 * Runs `use` on an empty shop whose PostgreSQL has the settings that a shop has, fsync among them, in a temporary
 * folder that is gone afterwards.
 */
export async function withProductionDatabase<Value>(
  use: (connection: Connection, folder: string) => Promise<Value>,
  size = 10,
): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'institor-bench-'));
  const server = await startEmbedded({ folder });
  const connection = connect(server.address, size);
  try {
    await prepareDatabase(connection);
    return await use(connection, folder);
  } finally {
    await connection.close();
    await server.stop();
    await removeDataFolder(folder);
  }
}
