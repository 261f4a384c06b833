import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UNFINISHED_RESTORE } from './backup/index.ts';
import type { Config } from './config/index.ts';
import {
  type Address,
  type Connection,
  connect,
  limitRights,
  prepareDatabase,
  SHOP_ROLE,
  startEmbedded,
} from './database/index.ts';
import { type FileStore, folderStore, s3Store } from './files/index.ts';
import { openSecrets, type Secrets } from './secrets/index.ts';

/** What stands behind every command: the database, migrated, the files, and the secrets. */
export type Backstage = {
  readonly connection: Connection;
  readonly files: FileStore;
  readonly secrets: Secrets;
  /** One line for the start: where the database is and how it came up. */
  readonly about: string;
  /** Names of the migrations that ran now. */
  readonly migrated: readonly string[];
  readonly close: () => Promise<void>;
};

/** Opens the database and the files that the settings name. Closing twice is closing once. */
export async function openBackstage(config: Config): Promise<Backstage> {
  refuseHalfRestored(config.INSTITOR_DATA);
  const { address, about, stop } = await openDatabase(config);
  try {
    const { migrated, role } = await prepare(address);
    const secrets = await openSecrets({ keys: config.SECRET_KEY, folder: config.INSTITOR_DATA });
    const connection = connect(address, config.DATABASE_POOL, role);
    const closing = once(async () => {
      await connection.close();
      await stop();
    });
    return { connection, files: openFiles(config), secrets, about, migrated, close: closing };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What a restore that was cut off left is no shop: mails would go out a second time from it. */
function refuseHalfRestored(folder: string): void {
  if (!existsSync(join(folder, UNFINISHED_RESTORE))) return;
  throw new Error(
    `A restore into ${folder} was cut off. Empty the folder (and the database), and restore again.`,
  );
}

async function openDatabase(config: Config) {
  const { DATABASE_URL: url, INSTITOR_DATA: folder } = config;
  if (url !== undefined) {
    return { address: { url }, about: 'PostgreSQL at DATABASE_URL', stop: async () => undefined };
  }
  const embedded = await startEmbedded({ folder });
  const origin = embedded.isAdopted ? 'already running, adopted' : 'started';
  const about = `embedded PostgreSQL 18 in ${folder} (${origin})`;
  return { address: embedded.address, about, stop: embedded.stop };
}

/** Migrates with all rights, and says with whose the shop works from then on. */
async function prepare(address: Address): Promise<{ migrated: readonly string[]; role: string | undefined }> {
  const owner = connect(address, 2);
  try {
    const migrated = await prepareDatabase(owner);
    return { migrated, role: (await limitRights(owner)) ? SHOP_ROLE : undefined };
  } finally {
    await owner.close();
  }
}

/** The store of files that the settings name. */
export function openFiles(config: Config): FileStore {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region } = config;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = config;
  if (endpoint && bucket && accessKeyId && secretAccessKey) {
    return s3Store({ endpoint, bucket, region, accessKeyId, secretAccessKey });
  }
  return folderStore(join(config.INSTITOR_DATA, 'files'));
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}
