import { join } from 'node:path';
import type { Config } from './config/index.ts';
import { type Connection, connect, prepareDatabase, startEmbedded } from './database/index.ts';
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
  const { connection, about, stop } = await openDatabase(config);
  try {
    const migrated = await prepareDatabase(connection);
    const secrets = await openSecrets({ keys: config.SECRET_KEY, folder: config.INSTITOR_DATA });
    const closing = once(async () => {
      await connection.close();
      await stop();
    });
    return { connection, files: openFiles(config), secrets, about, migrated, close: closing };
  } catch (error) {
    await connection.close();
    await stop();
    throw error;
  }
}

async function openDatabase(config: Config) {
  const { DATABASE_URL: url, DATABASE_POOL: size, INSTITOR_DATA: folder } = config;
  if (url !== undefined) {
    return {
      connection: connect({ url }, size),
      about: 'PostgreSQL at DATABASE_URL',
      stop: async () => undefined,
    };
  }
  const embedded = await startEmbedded({ folder });
  const origin = embedded.isAdopted ? 'already running, adopted' : 'started';
  const about = `embedded PostgreSQL 18 in ${folder} (${origin})`;
  return { connection: connect(embedded.address, size), about, stop: embedded.stop };
}

function openFiles(config: Config): FileStore {
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
