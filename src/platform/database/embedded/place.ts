import { createHash } from 'node:crypto';
import { chown, cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { binariesFolder, restoreLinks } from './binaries.ts';
import { databaseOwner, isReachable, type Owner } from './owner.ts';

/** Where one embedded PostgreSQL has its programs, its files and its socket, and whom it runs as. */
export type Place = {
  readonly binaries: string;
  readonly cluster: string;
  readonly socketFolder: string;
  readonly owner: Owner;
};

// Where root's databases go whose own folder PostgreSQL's user cannot enter.
const SHARED_ROOT = '/var/lib/institor';
const MAJOR_VERSION = '18';

/**
 * Finds or makes the folders for the database of `folder`.
 *
 * Root's own folders are often closed to others (mode 0700). PostgreSQL drops root and could not enter, so its programs
 * and files then live under /var/lib/institor, named after the folder they stand for, and `postgresql-is-in` says so.
 *
 * @throws Error saying what to do, when the folder cannot be written or holds another version's files
 */
export async function findPlace(folder: string): Promise<Place> {
  const wanted = resolve(folder);
  const owner = databaseOwner();
  const packaged = binariesFolder();
  await restoreLinks(packaged);
  await makeFolder(wanted);
  const isOpen = owner.uid === undefined || (isReachable(wanted) && isReachable(packaged));
  const binaries = isOpen ? packaged : await copyBinaries(packaged);
  const cluster = isOpen ? join(wanted, 'postgresql') : join(SHARED_ROOT, nameOf(wanted), 'postgresql');
  await mkdir(dirname(cluster), { recursive: true });
  await makeOwned(cluster, owner);
  if (!isOpen) await writeFile(join(wanted, 'postgresql-is-in'), `${cluster}\n`);
  await refuseOtherVersion(cluster);
  // A socket's path has at most 107 bytes, less than many project folders.
  const socketFolder = join(tmpdir(), `institor-${nameOf(cluster)}`);
  await makeOwned(socketFolder, owner);
  return { binaries, cluster, socketFolder, owner };
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The data folder ${folder} cannot be used (${reason}). Set INSTITOR_DATA to another.`, {
      cause: error,
    });
  }
}

async function copyBinaries(packaged: string): Promise<string> {
  const target = join(SHARED_ROOT, `programs-${nameOf(packaged)}`);
  const done = join(target, 'complete');
  if (await isThere(done)) return target;
  await cp(packaged, target, { recursive: true, verbatimSymlinks: true });
  await writeFile(done, '');
  return target;
}

async function refuseOtherVersion(cluster: string): Promise<void> {
  if (!(await isThere(join(cluster, 'PG_VERSION')))) return;
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  if (version === MAJOR_VERSION) return;
  throw new Error(
    `The files in ${cluster} are PostgreSQL ${version}'s; this is ${MAJOR_VERSION}. Nothing was changed: ` +
      'set INSTITOR_DATA to another folder, or start the version of Institor that made them.',
  );
}

/** Makes a folder that only PostgreSQL's user and root can enter. */
export async function makeOwned(folder: string, owner: Owner): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { uid, gid } = owner;
  const stats = await stat(folder);
  if (uid !== undefined && gid !== undefined && stats.uid !== uid) await chown(folder, uid, gid);
  const me = process.getuid?.();
  if (uid === undefined && me !== undefined && stats.uid !== me) {
    throw new Error(
      `${folder} belongs to another user (${stats.uid}). Start as that user or set INSTITOR_DATA to another folder.`,
    );
  }
}

export async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

function nameOf(path: string): string {
  return `${basename(path)}-${createHash('sha256').update(path).digest('hex').slice(0, 10)}`;
}
