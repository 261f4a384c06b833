import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfNeeded } from '../../scripts/build.ts';
import type { TemplateName } from '../../src/apps/storefront/model/index.ts';
import { expectOk } from '../../src/kernel/index.ts';
import { readShop, saveShop } from '../../src/modules/markets/index.ts';
import { readConfig } from '../../src/platform/config/index.ts';
import type { Connection } from '../../src/platform/database/index.ts';
import { type FileStore, folderStore } from '../../src/platform/files/index.ts';
import { makeMetrics } from '../../src/platform/http/index.ts';
import { makeLog } from '../../src/platform/log/index.ts';
import { type Secrets, withKeys } from '../../src/platform/secrets/index.ts';
import { isDemoWanted } from '../../src/simulator/seed/is-demo-wanted.ts';
import { openWeb, type WebDeps } from '../../src/web.ts';
import { demoFiles, fillDemo } from '../demo-database.ts';

export type DemoShop = {
  readonly address: string;
  /** What would be INSTITOR_DATA. */
  readonly folder: string;
  readonly files: FileStore;
  /** What the shop seals its secrets with, for jobs that a journey runs by itself. */
  readonly secrets: Secrets;
  /** Dresses the shop in another template; resolves when its pages are drawn in it. */
  readonly wear: (template: TemplateName) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** `paymentApis`: where fakes of payment providers are. */
export type DemoShopOptions = Pick<WebDeps, 'paymentApis'> & {
  /** Where backups are kept, of a database that is somebody else's to look after. */
  readonly backupFolder?: string;
};

/** The real storefront on 127.0.0.1 with the demo world in it, on a database of `demoDatabase` or an empty one. */
export async function startDemoShop(
  connection: Connection,
  options: DemoShopOptions = {},
): Promise<DemoShop> {
  const { db } = connection;
  const folder = await mkdtemp(join(tmpdir(), 'institor-demo-'));
  const files = folderStore(folder);
  await buildIfNeeded();
  if (await isDemoWanted(db)) await fillDemo(connection, files);
  else await cp(demoFiles(), folder, { recursive: true });
  const log = makeLog('silent');
  const { backupFolder: BACKUP_FOLDER } = options;
  const elsewhere = BACKUP_FOLDER && { BACKUP_FOLDER, DATABASE_URL: 'postgres://elsewhere/shop' };
  const config = readConfig({ INSTITOR_DATA: folder, SHUTDOWN_SECONDS: '1', ...elsewhere });
  const secrets = withKeys([randomBytes(32)]);
  const { server, close } = await openWeb({
    config,
    connection,
    files,
    secrets,
    log,
    metrics: makeMetrics(),
    paymentApis: options.paymentApis,
  });
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    ...{ address, folder, files, secrets },
    wear: async (template) => {
      const shop = await readShop(db);
      await db.transaction().execute(async (tx) => expectOk(await saveShop(tx, { ...shop, template })));
      await until(async () => (await (await fetch(address)).text()).includes(`data-template="${template}"`));
    },
    close: async () => {
      await close();
      // A rendition that was asked for last may still be being written.
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

const WAIT_MS = 25;
const PATIENCE_MS = 10_000;

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`not so within ${PATIENCE_MS} ms`);
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
}
