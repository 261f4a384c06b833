import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  type Address,
  type Connection,
  connect,
  limitRights,
  ownerClient,
  prepareDatabase,
  startEmbedded,
} from '../database/index.ts';
import type { FileStore } from '../files/index.ts';
import { leaveLine } from './archive/status.ts';
import { checkBackup, type Damage } from './check-backup.ts';
import { FILES } from './copy-stored-files.ts';
import { isMissing } from './is-missing.ts';
import { KEY_FILE } from './make-backup.ts';
import type { Manifest } from './manifest.ts';
import { differencesOf, type Proof, readProofs } from './read-proofs.ts';
import { restoreCluster, type Until } from './restore-cluster.ts';
import { restoreTables } from './restore-tables.ts';
import { noteRestored } from './restored.ts';

export const UNFINISHED_RESTORE = 'restore-unfinished';

export type RestoreTarget = {
  /** The data folder of the shop to be. */
  readonly folder: string;
  /** A database of one's own; the embedded one otherwise. */
  readonly url: string | undefined;
  readonly files: FileStore;
};

export type RestoreOrder = {
  /** The backup's folder. */
  readonly place: string;
  readonly until: Until;
  readonly proofs: readonly Proof[];
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
  /** What is to be done before the shop may open, with all rights: what must not be done twice is held back. */
  readonly settle: (connection: Connection, at: Temporal.Instant) => Promise<readonly string[]>;
};

export type Restored = {
  readonly manifest: Manifest;
  /** The state is the shop's of then. */
  readonly at: Temporal.Instant;
  /** What is not as it should be; none when all is. */
  readonly problems: readonly string[];
  readonly seconds: number;
};

/** A backup cannot be restored: nothing was changed. */
export class RestoreRefused extends Error {}

/**
 * Makes an empty data folder, or an empty database, the shop of a backup. Every checksum is compared before anything is
 * written; what was restored is compared with the backup before later migrations run. A restore that is cut off leaves a
 * mark, with which no shop opens.
 *
 * @throws RestoreRefused when the target is not empty, or the backup is damaged
 */
export async function restoreBackup(target: RestoreTarget, order: RestoreOrder): Promise<Restored> {
  const began = performance.now();
  await refuseFull(target);
  order.say('Comparing every file with its checksum …');
  const manifest = await soundManifest(order);
  refuseUnfit(target, order, manifest);
  await mkdir(target.folder, { recursive: true });
  const mark = join(target.folder, UNFINISHED_RESTORE);
  await writeFile(mark, `of ${order.place}\n`, { flush: true });
  const { address, stop } = await placeDatabase(target, order, manifest);
  try {
    const connection = connect(address, 4);
    try {
      await fillTables(connection, order, manifest);
      const { at, problems } = await finish(connection, target, order, manifest);
      await rm(mark);
      return { manifest, at, problems, seconds: (performance.now() - began) / 1000 };
    } finally {
      await connection.close();
    }
  } finally {
    await stop();
  }
}

/** Only the key may be there: it was kept elsewhere, and is brought back first. */
async function refuseFull({ folder, url }: RestoreTarget): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const others = names.filter((name) => name !== KEY_FILE);
  if (others.length > 0) {
    throw new RestoreRefused(
      `${folder} is not empty (${others.slice(0, 3).join(', ')}). Close the shop, and move the folder away or set ` +
        'INSTITOR_DATA to a new one: nothing is ever restored over a shop.',
    );
  }
  if (url !== undefined) await refuseFullDatabase(url);
}

async function refuseFullDatabase(url: string): Promise<void> {
  const connection = connect({ url }, 1);
  try {
    const { rows } = await connection.pool.query<{ name: string }>(`
      select nspname as name from pg_namespace
      where nspname !~ '^pg_' and nspname not in ('information_schema', 'public') limit 1`);
    if (rows.length === 0) return;
    throw new RestoreRefused(
      `The database of DATABASE_URL is not empty (schema ${rows[0]?.name}). Make a new one and name it in DATABASE_URL.`,
    );
  } finally {
    await connection.close();
  }
}

async function soundManifest({ place, signal }: RestoreOrder): Promise<Manifest> {
  const checked = await checkBackup(place, { signal, isNoted: false });
  if (checked === undefined) throw new RestoreRefused('The check was stopped.');
  if (checked.damage.length === 0) return checked.manifest;
  const named = checked.damage.slice(0, 5).map(({ path, what }: Damage) => `  ${path}: ${what}`);
  throw new RestoreRefused(
    `The backup is damaged: ${checked.damage.length} of ${checked.files} files. Nothing was restored; try another.\n` +
      named.join('\n'),
  );
}

function refuseUnfit({ url }: RestoreTarget, { until }: RestoreOrder, { database }: Manifest): void {
  if (database.kind === 'physical' && url !== undefined) {
    throw new RestoreRefused(
      "This backup holds the embedded database's own files. Restore it without DATABASE_URL; then take one with " +
        '--portable, and restore that one with DATABASE_URL.',
    );
  }
  if (database.kind === 'logical' && until !== 'backup') {
    throw new RestoreRefused('A copy of rows has no log: it is restored to its own moment only.');
  }
}

type Placed = { readonly address: Address; readonly stop: () => Promise<void> };

async function placeDatabase(
  target: RestoreTarget,
  order: RestoreOrder,
  manifest: Manifest,
): Promise<Placed> {
  const { database } = manifest;
  if (database.kind === 'physical') {
    order.say('Putting the database together …');
    const { place, until } = order;
    await restoreCluster({
      place,
      manifest,
      database,
      until,
      target: target.folder,
      onFile: () => undefined,
    });
  }
  if (target.url !== undefined) return { address: { url: target.url }, stop: async () => undefined };
  return startEmbedded({ folder: target.folder });
}

async function fillTables(connection: Connection, order: RestoreOrder, manifest: Manifest): Promise<void> {
  const { database } = manifest;
  if (database.kind !== 'logical') return;
  order.say('Putting the rows in …');
  await restoreTables({ place: order.place, manifest, database, connection, onFile: () => undefined });
}

async function finish(
  connection: Connection,
  target: RestoreTarget,
  order: RestoreOrder,
  manifest: Manifest,
): Promise<{ readonly at: Temporal.Instant; readonly problems: readonly string[] }> {
  order.say('Bringing the files back …');
  await restoreFiles(target.files, order, manifest);
  const isItsOwn = order.until === 'backup';
  const at = await momentOf(connection, order.until, manifest);
  order.say('Comparing the database with what the backup says of itself …');
  const problems = isItsOwn && manifest.isExact ? await compare(connection, order, manifest) : [];
  await prepareDatabase(connection);
  await limitRights(connection);
  await leaveLine(connection.db);
  await noteRestored(connection.db, { at, backup: basename(order.place), now: Temporal.Now.instant() });
  return { at, problems: [...problems, ...(await order.settle(connection, at))] };
}

async function restoreFiles(files: FileStore, { place, signal }: RestoreOrder, manifest: Manifest) {
  for (const { path, mime = 'application/octet-stream' } of manifest.files) {
    if (!path.startsWith(`${FILES}/`)) continue;
    signal.throwIfAborted();
    const key = path.slice(FILES.length + 1);
    const data = createReadStream(join(place, ...path.split('/')));
    await files.put(key, data, { mime });
  }
}

async function compare(connection: Connection, order: RestoreOrder, manifest: Manifest) {
  const client = ownerClient(connection);
  await client.connect();
  try {
    // One that is newer than the backup asks for tables that are not there yet.
    const known = order.proofs.filter(({ name }) => name in manifest.proofs);
    return differencesOf(manifest, await readProofs(client, known));
  } finally {
    await client.end();
  }
}

/** Of the end of the log nobody knows more than when something was last told. */
async function momentOf(connection: Connection, until: Until, manifest: Manifest): Promise<Temporal.Instant> {
  if (until instanceof Temporal.Instant) return until;
  const itsOwn = Temporal.Instant.from(manifest.at);
  if (until === 'backup') return itsOwn;
  const { rows } = await connection.pool.query<{ at: Temporal.Instant | null }>(
    'select max(told_at) as at from platform.outbox',
  );
  const last = rows[0]?.at ?? itsOwn;
  return Temporal.Instant.compare(last, itsOwn) > 0 ? last : itsOwn;
}
