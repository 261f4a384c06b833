import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from './is-missing.ts';
import type { BackupFile } from './manifest.ts';
import { writePacked } from './packed-file.ts';

export const DATABASE = 'database';
const PACKED = '.zst';
const AT_ONCE = 4;

// PostgreSQL's manual, 25.3.3: what a base backup leaves out. Their folders are made, but nothing in them is copied.
const EMPTIED =
  /^(?:pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/|(?:^|\/)pgsql_tmp[^/]*\//;
const LEFT_OUT =
  /^(?:postmaster\.(?:pid|opts)|server\.log|backup_label(?:\.old)?|tablespace_map(?:\.old)?|backup_manifest)$|(?:^|\/)(?:pg_internal\.init[^/]*|pgsql_tmp[^/]*)$/;

export type CopiedCluster = { readonly files: readonly BackupFile[]; readonly folders: readonly string[] };

type Copying = {
  readonly cluster: string;
  /** Of the backup. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly onFile: (done: number, total: number) => Promise<void>;
};

/**
 * Copies the files of a running server that was told of it (`pg_backup_start`): they change meanwhile and contradict each
 * other, and the log of this time makes them one.
 */
export async function copyCluster({ cluster, folder, signal, onFile }: Copying): Promise<CopiedCluster> {
  const { files: paths, folders } = await listCluster(cluster);
  const files: BackupFile[] = [];
  let begun = 0;
  const copySome = async () => {
    for (let path = paths[begun++]; path !== undefined; path = paths[begun++]) {
      signal.throwIfAborted();
      const file = await copyOne(cluster, folder, path);
      if (file) files.push(file);
      await onFile(files.length, paths.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, copySome));
  return { files, folders };
}

async function listCluster(cluster: string): Promise<{ files: string[]; folders: string[] }> {
  const entries = await readdir(cluster, { withFileTypes: true, recursive: true });
  const files: string[] = [];
  const folders: string[] = [];
  for (const entry of entries) {
    const place = join(entry.parentPath, entry.name)
      .slice(cluster.length + 1)
      .replaceAll('\\', '/');
    if (EMPTIED.test(place)) continue;
    if (entry.isDirectory()) folders.push(place);
    else if (entry.isFile() && !LEFT_OUT.test(place)) files.push(place);
    else if (entry.isSymbolicLink()) {
      throw new Error(`${place} is a link: tablespaces elsewhere are not backed up. Use --portable.`);
    }
  }
  // What PostgreSQL keeps empty here, but wants to find.
  return { files, folders: folders.toSorted() };
}

/** `undefined` for a file that went away meanwhile: a table that was dropped, say. */
async function copyOne(cluster: string, folder: string, path: string): Promise<BackupFile | undefined> {
  const place = join(cluster, path);
  const target = `${DATABASE}/${path}${PACKED}`;
  try {
    if (path === 'global/pg_control') return await writePacked(folder, target, await readSteady(place));
    return await writePacked(folder, target, createReadStream(place));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The one file that the log does not mend: read until two readings are the same. */
async function readSteady(place: string): Promise<Buffer> {
  for (let before = await readFile(place); ; ) {
    const after = await readFile(place);
    if (after.equals(before)) return after;
    before = after;
  }
}

/** Where a file of the backup belongs in the cluster; `undefined` when it is none of the database's. */
export function placeInCluster(path: string): string | undefined {
  const isOne = path.startsWith(`${DATABASE}/`) && path.endsWith(PACKED);
  return isOne ? path.slice(DATABASE.length + 1, -PACKED.length) : undefined;
}
