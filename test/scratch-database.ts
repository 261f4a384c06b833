import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type pg from 'pg';
import { connect, type Embedded, prepareDatabase, startEmbedded } from '../src/platform/database/index.ts';

// A test's database dies with the test: nothing of it needs to survive a power cut.
const CARELESS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
  max_wal_size: '256MB',
  // Two files run at once, and some play a rush of shoppers.
  max_connections: '200',
};

/**
 * A temporary folder that PostgreSQL can have its files in even where root runs it: root's closed ones are on the disk
 * under /var/lib, those of a run of tests are in memory.
 */
export async function scratchFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `institor-${name}-`));
  await chmod(folder, 0o755);
  return folder;
}

/** A PostgreSQL of its own in a temporary folder, removed with `stop`. */
export async function startScratchServer(): Promise<Embedded> {
  const folder = await scratchFolder('test');
  const server = await startEmbedded({ folder, settings: CARELESS });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      await removeDataFolder(folder);
      // A shop's own is used again at its next start; nobody comes back to this one.
      if ('socketFolder' in server.address) await rm(server.address.socketFolder, { recursive: true });
    },
  };
}

/** Removes a data folder whose server has stopped, and its cluster where root's closed folders have it elsewhere. */
export async function removeDataFolder(folder: string): Promise<void> {
  const pointer = join(folder, 'postgresql-is-in');
  if (existsSync(pointer)) {
    const cluster = (await readFile(pointer, 'utf8')).trim();
    await rm(dirname(cluster), { recursive: true, force: true });
  }
  await rm(folder, { recursive: true, force: true });
}

/** Runs `use` on a freshly migrated database that is gone afterwards. */
export async function withScratchDatabase<Value>(
  use: (client: pg.PoolClient) => Promise<Value>,
): Promise<Value> {
  const server = await startScratchServer();
  try {
    const connection = connect(server.address, 2);
    await prepareDatabase(connection);
    const client = await connection.pool.connect();
    try {
      return await use(client);
    } finally {
      client.release();
      await connection.close();
    }
  } finally {
    await server.stop();
  }
}
