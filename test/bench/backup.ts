import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUpShop, openBackups, restoreShop } from '../../src/modules/backups/index.ts';
import { readConfig } from '../../src/platform/config/index.ts';
import type { Connection } from '../../src/platform/database/index.ts';
import { folderStore } from '../../src/platform/files/index.ts';
import { openSecrets } from '../../src/platform/secrets/index.ts';
import { removeDataFolder } from '../scratch-database.ts';
import { insertOrders, ORDERS } from './harness/many-orders.ts';
import { withProductionDatabase } from './harness/production-database.ts';
import type { Figures, Scenario } from './harness/scenario.ts';

const KEYS = Buffer.alloc(32, 7).toString('base64');

/** A shop with a million orders is backed up while it is open, and brought back: how long each takes (RTO), how large it is. */
export const scenario: Scenario = {
  name: 'backup',
  run: () =>
    withProductionDatabase(async (connection, data) => {
      await insertOrders(connection.db);
      await connection.pool.query('checkpoint');
      const root = await mkdtemp(join(tmpdir(), 'institor-bench-backup-'));
      try {
        const database = await connection.pool.query<{ bytes: bigint }>(
          'select pg_database_size(current_database()) as bytes',
        );
        const databaseMb = megabytes(Number(database.rows[0]?.bytes ?? 0n));
        const physical = await measured(connection, { data, root, isPortable: false });
        const logical = await measured(connection, { data, root, isPortable: true });
        return { orders: ORDERS, databaseMb, ...physical, ...logical };
      } finally {
        await rm(root, { recursive: true, force: true });
      }
    }),
};

type Asked = { readonly data: string; readonly root: string; readonly isPortable: boolean };

async function measured(connection: Connection, { data, root, isPortable }: Asked): Promise<Figures> {
  const name = isPortable ? 'rows' : 'files';
  const files = folderStore(join(data, 'files'));
  const secrets = await openSecrets({ keys: KEYS, folder: data });
  const config = readConfig({ BACKUP_FOLDER: join(root, name) });
  const backups = await openBackups({ connection, files, secrets, config });
  const { signal } = new AbortController();
  const began = performance.now();
  const { place, manifest } = await backUpShop(backups, { signal, isPortable });
  const backupSeconds = (performance.now() - began) / 1000;
  const folder = join(root, `${name}-restored`);
  const { seconds, problems } = await restoreShop({
    ...{ place, until: 'backup', folder, url: undefined, files: folderStore(join(folder, 'files')) },
    ...{ keys: KEYS, who: 'bench', say: () => undefined, signal },
  });
  if (problems.length > 0) throw new Error(`not restored as it was: ${problems.join('; ')}`);
  await removeDataFolder(folder);
  return {
    [`${name}BackupSeconds`]: backupSeconds,
    [`${name}BackupMb`]: megabytes(manifest.files.reduce((sum, file) => sum + file.bytes, 0)),
    [`${name}RestoreSeconds`]: seconds,
  };
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}
