import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after } from 'node:test';
import { type Backups, openBackups, restoreShop } from '../../src/modules/backups/index.ts';
import { readConfig } from '../../src/platform/config/index.ts';
import {
  type Connection,
  connect,
  limitRights,
  prepareDatabase,
  SHOP_ROLE,
  startEmbedded,
} from '../../src/platform/database/index.ts';
import { type FileStore, folderStore } from '../../src/platform/files/index.ts';
import { openSecrets, readKeyText } from '../../src/platform/secrets/index.ts';
import { removeDataFolder, scratchFolder } from '../scratch-database.ts';

// What a test writes need not survive a power cut.
const CARELESS = { fsync: 'off', shared_buffers: '64MB', max_wal_size: '256MB' };

export type ShopToBackUp = {
  readonly connection: Connection;
  readonly files: FileStore;
  readonly backups: Backups;
  /** The shop's data folder, and where its backups are kept. */
  readonly data: string;
  readonly folder: string;
};

// Of the file that runs: others before it may have used this module too.
let root = '';
let opened: (() => Promise<void>)[] = [];
let restores = 0;

/** A shop of its own PostgreSQL, with the rights that a shop has, to be copied as a whole; one a file. */
export async function aShopToBackUp(): Promise<ShopToBackUp> {
  [root, opened, restores] = [await scratchFolder('backup'), [], 0];
  after(async () => {
    for (const close of opened.toReversed()) await close();
    await rm(root, { recursive: true, force: true });
  });
  const data = join(root, 'data');
  return toBackUp(data, await openAt(data));
}

/** The same of a shop that is open: a restored one. */
export async function toBackUp(data: string, connection: Connection): Promise<ShopToBackUp> {
  const files = folderStore(join(data, 'files'));
  const secrets = await openSecrets({ keys: undefined, folder: data });
  const folder = `${data}-backups`;
  const config = readConfig({ INSTITOR_DATA: data, BACKUP_FOLDER: folder });
  const backups = await openBackups({ connection, files, secrets, config });
  return { connection, files, backups, data, folder };
}

type Change = Partial<Parameters<typeof restoreShop>[0]>;

/** Restores into a folder of its own, and opens what came of it. */
export async function restoreFrom(shop: ShopToBackUp, place: string, change: Change = {}) {
  const { data, files, restored } = await restore(shop, place, change);
  return { restored, connection: await openAt(data), files, data };
}

/** Restores rows into an empty database. */
export async function restoreInto(shop: ShopToBackUp, place: string, url: string) {
  return (await restore(shop, place, { url })).restored;
}

async function restore(shop: ShopToBackUp, place: string, change: Change) {
  restores++;
  const data = join(root, `restored-${restores}`);
  const files = folderStore(join(data, 'files'));
  const restored = await restoreShop({
    ...{ place, until: 'backup', folder: data, url: undefined, files, who: 'a test', say: () => undefined },
    ...{
      keys: await readKeyText({ keys: undefined, folder: shop.data }),
      signal: new AbortController().signal,
    },
    ...change,
  });
  return { data, files, restored };
}

export function newFolder(name: string): string {
  return join(root, name);
}

async function openAt(folder: string): Promise<Connection> {
  const server = await startEmbedded({ folder, settings: CARELESS });
  const owner = connect(server.address, 2);
  await prepareDatabase(owner);
  await limitRights(owner);
  await owner.close();
  const connection = connect(server.address, 8, SHOP_ROLE);
  opened.push(async () => {
    await connection.close();
    await server.stop();
    await removeDataFolder(folder);
  });
  return connection;
}
