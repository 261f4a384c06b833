import { join } from 'node:path';
import { noteChecked } from './kept-backups.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { sumFile } from './packed-file.ts';

/** A file of a backup that is not as it was written. */
export type Damage = { readonly path: string; readonly what: 'missing' | 'changed' };

export type Checked = {
  readonly manifest: Manifest;
  readonly files: number;
  readonly bytes: number;
  readonly damage: readonly Damage[];
};

/**
 * Compares every file of the backup in `place` with its checksum, and notes beside it what came of that.
 *
 * @param report told after each file; `false` stops the check, which is then not noted
 * @returns undefined when it was stopped
 * @throws Error when there is no backup, or its manifest itself was changed
 */
export async function checkBackup(
  place: string,
  options: {
    readonly signal?: AbortSignal;
    readonly report?: (progress: { readonly done: number; readonly total: number }) => Promise<boolean>;
    /** False: writes nothing to the backup, which may be on a disk that only reads. */
    readonly isNoted?: boolean;
  } = {},
): Promise<Checked | undefined> {
  const { signal, report = async () => true, isNoted = true } = options;
  const manifest = await readManifest(place);
  const damage: Damage[] = [];
  let [files, bytes] = [0, 0];
  for (const { path, ...written } of manifest.files) {
    signal?.throwIfAborted();
    const found = await sumFile(join(place, ...path.split('/')));
    if (found === undefined) damage.push({ path, what: 'missing' });
    else if (found.sha256 !== written.sha256) damage.push({ path, what: 'changed' });
    files++;
    bytes += written.bytes;
    if (!(await report({ done: files, total: manifest.files.length }))) return undefined;
  }
  if (isNoted) await noteChecked(place, { at: Temporal.Now.instant(), damaged: damage.length });
  return { manifest, files, bytes, damage };
}
