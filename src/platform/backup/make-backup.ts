import { mkdir, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { type Connection, ownerClient } from '../database/index.ts';
import type { FileStore } from '../files/index.ts';
import { type Secrets, UnreadableSecret } from '../secrets/index.ts';
import { backUpCluster } from './back-up-cluster.ts';
import { backUpTables } from './back-up-tables.ts';
import { copyStoredFiles } from './copy-stored-files.ts';
import { isMissing } from './is-missing.ts';
import { listBackups, newName, removeUnfinished, unfinishedPlace } from './kept-backups.ts';
import { type BackupFile, FORMAT, type Manifest, readManifest, writeManifest } from './manifest.ts';
import { flushFiles, flushFolder, sumFile } from './packed-file.ts';
import type { Proof } from './read-proofs.ts';

export type BackupSource = {
  readonly connection: Pick<Connection, 'pool' | 'db'>;
  readonly files: FileStore;
  readonly secrets: Secrets;
  /** Whether the server's own files are on this machine and may be copied: the embedded one's. */
  readonly isEmbedded: boolean;
  readonly proofs: readonly Proof[];
  /** Of this program. */
  readonly version: string;
};

export type BackupOrder = {
  /** Where backups are kept; made when missing. */
  readonly folder: string;
  /** A copy of tables instead of files, also of the embedded database: for another version or another server. */
  readonly isPortable?: boolean;
  /** The text of the shop's keys, to lie beside what they open. Only where a person said so. */
  readonly key?: string;
  readonly signal: AbortSignal;
  /** How many files are done, of how many as far as is known. */
  readonly onProgress?: (done: number, total: number) => Promise<void>;
};

export type MadeBackup = { readonly name: string; readonly place: string; readonly manifest: Manifest };

export const KEY_FILE = 'secret.key';
const KEY_WORD = 'the key of this shop';
/** Any constant does: two backups of one database at once would remove each other's unfinished folders. */
const LOCK = 7_312_008;
// PostgreSQL's manual, appendix A.
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * A whole backup of the shop while it is open: database, files, and a manifest of them. It has its name when everything in
 * it is on the disk, and not before: what a kill leaves is removed by the next one.
 *
 * @throws Error when another is being made, or the disk is full; nothing is left then
 */
export async function makeBackup(source: BackupSource, order: BackupOrder): Promise<MadeBackup> {
  const client = ownerClient(source.connection);
  await client.connect();
  try {
    await lock(client);
    await mkdir(order.folder, { recursive: true, mode: 0o700 });
    await removeUnfinished(order.folder);
    return await makeAlone(source, order);
  } finally {
    await client.end();
  }
}

/** Waits a moment: the server takes one to notice that whoever made the last one was killed. */
async function lock(client: pg.Client): Promise<void> {
  await client.query("set lock_timeout = '5s'");
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== LOCK_NOT_AVAILABLE) throw error;
    throw new Error('Another backup of this shop is being made: wait for it.', { cause: error });
  }
}

async function makeAlone(source: BackupSource, order: BackupOrder): Promise<MadeBackup> {
  const begunAt = Temporal.Now.instant();
  const name = newName(begunAt);
  const draft = unfinishedPlace(order.folder, name);
  await mkdir(draft, { mode: 0o700 });
  try {
    const manifest = await fill(source, order, draft, begunAt);
    await flushFiles(
      draft,
      manifest.files.map(({ path }) => path),
    );
    await writeManifest(draft, manifest);
    await flushFolder(draft);
    const place = join(order.folder, name);
    await rename(draft, place);
    await flushFolder(order.folder);
    return { name, place, manifest };
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

async function fill(
  source: BackupSource,
  order: BackupOrder,
  folder: string,
  begunAt: Temporal.Instant,
): Promise<Manifest> {
  const { connection, proofs, secrets } = source;
  const { signal, onProgress = async () => undefined } = order;
  let databaseFiles = 0;
  const onFile = (done: number, total: number) => {
    databaseFiles = total;
    return onProgress(done, total);
  };
  const isPhysical = source.isEmbedded && order.isPortable !== true;
  const backUp = isPhysical ? backUpCluster : backUpTables;
  const database = await backUp({ connection, folder, proofs, signal, onFile });
  const before = await beforeIt(order.folder);
  const stored = await copyStoredFiles({
    ...{ files: source.files, folder, before, signal },
    onFile: (done) => onProgress(databaseFiles + done, databaseFiles + done),
  });
  const key = order.key === undefined ? [] : [await writeKey(folder, order.key)];
  const { moment, proven } = database;
  return {
    ...{ format: FORMAT, institor: source.version, postgresql: database.postgresql },
    ...{ begunAt: begunAt.toString(), at: moment.at.toString(), endedAt: Temporal.Now.instant().toString() },
    ...{ isExact: moment.isExact, migrations: [...proven.migrations] },
    ...{ counts: { ...proven.counts }, proofs: { ...proven.proofs }, database: database.database },
    key: { sealed: secrets.seal(KEY_WORD), isInside: order.key !== undefined },
    files: [...database.files, ...stored, ...key],
  };
}

async function beforeIt(folder: string) {
  const [last] = (await listBackups(folder)).filter(({ problem }) => problem === '');
  return last && { place: last.place, manifest: await readManifest(last.place) };
}

async function writeKey(folder: string, key: string): Promise<BackupFile> {
  const place = join(folder, KEY_FILE);
  await writeFile(place, key, { mode: 0o600, flush: true });
  const sum = await sumFile(place);
  if (sum === undefined) throw new Error(`${place} is gone`);
  return { path: KEY_FILE, ...sum };
}

/** Whether these keys open what the backup's shop has sealed. */
export function isKeyOf(manifest: Manifest, secrets: Secrets): boolean {
  try {
    return secrets.open(manifest.key.sealed) === KEY_WORD;
  } catch (error) {
    if (error instanceof UnreadableSecret) return false;
    throw error;
  }
}

/** Bytes that are free where backups are kept; `undefined` while the folder is not there. */
export async function freeBytes(folder: string): Promise<number | undefined> {
  try {
    const disk = await statfs(folder);
    return disk.bavail * disk.bsize;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
