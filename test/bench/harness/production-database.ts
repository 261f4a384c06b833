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

/**
 * The same in a folder that stays when `BENCH_SHOP` names one: a large shop takes longer to make than to measure. `make`
 * fills it the first time.
 */
export async function withLargeShop<Value>(
  make: (connection: Connection) => Promise<void>,
  use: (connection: Connection, folder: string) => Promise<Value>,
): Promise<Value> {
  const kept = process.env['BENCH_SHOP'];
  if (kept === undefined) {
    return withProductionDatabase(async (connection, folder) => {
      await make(connection);
      return use(connection, folder);
    });
  }
  const server = await startEmbedded({ folder: kept });
  const connection = connect(server.address, 10);
  try {
    await prepareDatabase(connection);
    const { rows } = await connection.pool.query<{ name: string | null }>(
      `select to_regclass('bench_made') as name`,
    );
    if (!rows[0]?.name) {
      await make(connection);
      await connection.pool.query('create table bench_made ()');
    }
    return await use(connection, kept);
  } finally {
    await connection.close();
    await server.stop();
  }
}
