import { chmod, chown, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { clientConfig } from '../connect.ts';
import type { Owner } from './owner.ts';
import { findPlace, isThere, makeOwned, type Place } from './place.ts';
import { run, start } from './process.ts';

export type Recovery = {
  /** Of the shop: the database's files go where the embedded server looks for them. */
  readonly folder: string;
  /** Puts the files of a base backup, and the log from its beginning on, into this folder. */
  readonly fill: (cluster: string) => Promise<void>;
  /** Where the log is to end: settings such as `recovery_target_lsn`. None: where it ends by itself. */
  readonly target: Readonly<Record<string, string>>;
};

// A million orders' log of a day is replayed within minutes; nothing is wrong with a day's log of a larger shop.
const LIMIT_MS = 24 * 3_600_000;

/**
 * Makes the cluster of a data folder out of a base backup: its files, then the log as far as the target, and lets the
 * server end it in order. The folder has its cluster only when all of it went well.
 *
 * @throws Error with PostgreSQL's own last words when the log does not reach the target
 */
export async function recoverCluster({ folder, fill, target }: Recovery): Promise<void> {
  const place = await findPlace(folder);
  if (await isThere(join(place.cluster, 'PG_VERSION'))) {
    throw new Error(`There is a database in ${place.cluster} already.`);
  }
  const draft = { ...place, cluster: `${place.cluster}.restoring` };
  await rm(draft.cluster, { recursive: true, force: true });
  await makeOwned(draft.cluster, place.owner);
  try {
    await fill(draft.cluster);
    await writeFile(join(draft.cluster, 'recovery.signal'), '');
    await giveTo(draft.cluster, place.owner);
    await replay(draft, target);
    await rename(draft.cluster, place.cluster);
  } catch (error) {
    await rm(draft.cluster, { recursive: true, force: true });
    throw error;
  }
}

async function replay(place: Place, target: Recovery['target']): Promise<void> {
  const { binaries, cluster, owner, socketFolder } = place;
  const settings = {
    ...{ listen_addresses: '', unix_socket_directories: socketFolder, hot_standby: 'off' },
    // The log lies in the cluster's own folder: there is nothing else to fetch it from.
    ...{ restore_command: 'exit 1', recovery_target_action: 'promote', max_wal_size: '4GB' },
    ...target,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const logFile = join(cluster, 'recovery.log');
  const server = start(join(binaries, 'bin/postgres'), owner, ['-D', cluster, ...flags], logFile);
  const deadline = performance.now() + LIMIT_MS;
  while (!(await isOpen(socketFolder))) {
    const hasEnded = server.exitCode !== null || server.signalCode !== null;
    if (hasEnded || performance.now() > deadline) throw await failure(logFile);
    await wait(50);
  }
  const stop = ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '600'];
  await run(join(binaries, 'bin/pg_ctl'), owner, stop);
}

async function isOpen(socketFolder: string): Promise<boolean> {
  const client = new pg.Client(clientConfig({ socketFolder, database: 'postgres' }));
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    // Not there yet, or still replaying (57P03): whoever waits looks at the process for anything worse.
    return false;
  } finally {
    await client.end();
  }
}

async function failure(logFile: string): Promise<Error> {
  const said = (await readFile(logFile, 'utf8')).trim().split('\n');
  // Of those who asked too early nobody wants to hear.
  const grave = said.filter(
    (line) => /FATAL|ERROR|PANIC|HINT|DETAIL/.test(line) && !/starting up/.test(line),
  );
  const last = grave.slice(-4);
  return new Error(`PostgreSQL could not be restored. Its last words:\n  ${last.join('\n  ')}`);
}

/** PostgreSQL takes only files of its own user that nobody else may read. */
async function giveTo(cluster: string, { uid, gid }: Owner): Promise<void> {
  const entries = await readdir(cluster, { withFileTypes: true, recursive: true });
  for (const entry of entries) {
    const place = join(entry.parentPath, entry.name);
    await chmod(place, entry.isDirectory() ? 0o700 : 0o600);
    if (uid !== undefined && gid !== undefined) await chown(place, uid, gid);
  }
}
