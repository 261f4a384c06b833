import { randomBytes } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from './is-missing.ts';
import { type Keeping, keptOf } from './keep.ts';
import { type Manifest, readManifest } from './manifest.ts';

const NAME = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ-[0-9a-f]{6}$/;
const UNFINISHED = 'unfinished-';
const CHECKED = 'checked.json';

/** A whole backup in its folder. */
export type KeptBackup = {
  readonly name: string;
  readonly place: string;
  readonly at: Temporal.Instant;
  readonly bytes: number;
  readonly files: number;
  readonly kind: 'physical' | 'logical';
  readonly institor: string;
  readonly hasKey: boolean;
  /** When every file was last compared with its checksum, and which of them were damaged or missing. */
  readonly checked: { readonly at: Temporal.Instant; readonly damaged: number } | undefined;
  /** Why it cannot be used, where its own manifest is damaged; '' otherwise. */
  readonly problem: string;
};

/** `2026-11-27T02-10-00Z-3f9a1c`: the moment and some letters, so that two of a second are two. */
export function newName(now: Temporal.Instant): string {
  const moment = now.toString({ smallestUnit: 'second' }).replaceAll(':', '-');
  return `${moment}-${randomBytes(3).toString('hex')}`;
}

/** Where a backup is written until it is whole. */
export function unfinishedPlace(folder: string, name: string): string {
  return join(folder, `${UNFINISHED}${name}`);
}

/** Whether `name` is a backup's, so that no path can be asked for under it. */
export function isBackupName(name: string): boolean {
  return NAME.test(name);
}

/** All backups in a folder that were finished, the latest first; a folder that is not there has none. */
export async function listBackups(folder: string): Promise<readonly KeptBackup[]> {
  const names = (await namesIn(folder)).filter(isBackupName);
  const backups = await Promise.all(names.map((name) => readKept(folder, name)));
  return backups.toSorted((a, b) => Temporal.Instant.compare(b.at, a.at));
}

async function readKept(folder: string, name: string): Promise<KeptBackup> {
  const place = join(folder, name);
  try {
    const manifest = await readManifest(place);
    return { name, place, ...summaryOf(manifest), checked: await readChecked(place), problem: '' };
  } catch (error) {
    // One that is damaged is shown as such, and hides none of the others.
    const problem = error instanceof Error ? error.message : String(error);
    const unknown = { bytes: 0, files: 0, kind: 'physical', institor: '', hasKey: false } as const;
    return { name, place, at: momentOf(name), ...unknown, checked: undefined, problem };
  }
}

function momentOf(name: string): Temporal.Instant {
  const [day = '', time = ''] = name.slice(0, 19).split('T');
  return Temporal.Instant.from(`${day}T${time.replaceAll('-', ':')}Z`);
}

function summaryOf({ at, files, database, institor, key }: Manifest) {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const about = { bytes, files: files.length, kind: database.kind, institor, hasKey: key.isInside };
  return { at: Temporal.Instant.from(at), ...about };
}

/** Notes beside the backup that it was looked at. */
export async function noteChecked(
  place: string,
  checked: { readonly at: Temporal.Instant; readonly damaged: number },
): Promise<void> {
  const draft = join(place, `${CHECKED}.${randomBytes(4).toString('hex')}`);
  await writeFile(draft, JSON.stringify({ at: checked.at.toString(), damaged: checked.damaged }));
  await rename(draft, join(place, CHECKED));
}

async function readChecked(place: string): Promise<KeptBackup['checked']> {
  const text = await readFile(join(place, CHECKED), 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const { at, damaged }: { at: string; damaged: number } = JSON.parse(text);
  return { at: Temporal.Instant.from(at), damaged };
}

/** Removes what a killed backup left. Only while no other is being made in this folder. */
export async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (name.startsWith(UNFINISHED)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

/**
 * Removes the backups that the rule does not keep. Damaged ones neither count nor go: a person looks at them.
 *
 * @returns their names
 */
export async function pruneBackups(folder: string, keeping: Keeping): Promise<readonly string[]> {
  const backups = (await listBackups(folder)).filter(({ problem }) => problem === '');
  const kept = keptOf(backups, keeping);
  const gone = backups.filter(({ name }) => !kept.has(name));
  for (const { name, place } of gone) {
    // Under a name that is no backup's first: one that is half removed is never taken for whole.
    const last = unfinishedPlace(folder, name);
    await rename(place, last);
    await rm(last, { recursive: true, force: true });
  }
  return gone.map(({ name }) => name);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
}
