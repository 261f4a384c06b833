import { link, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStore } from '../files/index.ts';
import { isMissing } from './is-missing.ts';
import type { BackupFile, Manifest } from './manifest.ts';
import { sumFile, writeSummed } from './packed-file.ts';

export const FILES = 'files';

type Copying = {
  readonly files: FileStore;
  /** Of the backup. */
  readonly folder: string;
  /** The backup before, whose files are not kept a second time where they are the same. */
  readonly before: { readonly place: string; readonly manifest: Manifest } | undefined;
  readonly signal: AbortSignal;
  readonly onFile: (done: number) => Promise<void>;
};

/**
 * Copies every file of the store. After the database: what a row names was stored before the row, and is there. A file that
 * the backup before has too becomes one file under two names, once that one was read and found sound.
 */
export async function copyStoredFiles(copying: Copying): Promise<readonly BackupFile[]> {
  const { files, folder, before, signal, onFile } = copying;
  const known = new Map(before?.manifest.files.map((file) => [file.path, file.sha256]));
  const copied: BackupFile[] = [];
  for await (const key of files.list('')) {
    signal.throwIfAborted();
    const stored = await files.get(key);
    // Removed since it was listed.
    if (stored === undefined) continue;
    const file = await writeSummed(folder, `${FILES}/${key}`, stored.stream);
    if (before && known.get(file.path) === file.sha256) await shareWith(before.place, folder, file);
    copied.push({ ...file, mime: stored.mime });
    await onFile(copied.length);
  }
  return copied;
}

async function shareWith(beforePlace: string, folder: string, file: BackupFile): Promise<void> {
  const [there, here] = [beforePlace, folder].map((place) => join(place, ...file.path.split('/')));
  if (there === undefined || here === undefined) return;
  if ((await sumFile(there))?.sha256 !== file.sha256) return;
  const second = `${here}.second`;
  try {
    await link(there, second);
    await rename(second, here);
  } catch (error) {
    // Some file systems have no second names, and some no more of them: then it is kept twice.
    if (!isMissing(error) && !isRefused(error)) throw error;
    await rm(second, { force: true });
  }
}

function isRefused(error: unknown): boolean {
  const codes = ['EPERM', 'ENOTSUP', 'EMLINK', 'EXDEV', 'ENOSYS', 'EOPNOTSUPP'];
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
