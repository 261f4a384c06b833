import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { isMissing } from '../is-missing.ts';
import { isSegmentName } from '../log-position.ts';
import { flushFiles, flushFolder, readPacked, writePacked } from '../packed-file.ts';
import type { LogPart } from '../read-log.ts';

const FOLDER = 'log';
const WHOLE = '.zst';
/** Of the segment that is being written: replaced each time, and gone when the segment is whole. */
const BEGINNING = '.beginning.zst';

export function linePlace(folder: string, line: string): string {
  return join(folder, FOLDER, line);
}

/** Keeps a segment of the log, or its beginning so far: under its name when it is whole and on the disk. */
export async function keepPart(folder: string, line: string, part: LogPart): Promise<void> {
  const place = linePlace(folder, line);
  await mkdir(place, { recursive: true });
  const draft = `${part.name}.${randomBytes(4).toString('hex')}.draft`;
  await writePacked(place, draft, part.data);
  await flushFiles(place, [draft]);
  await rename(join(place, draft), join(place, `${part.name}${part.isWhole ? WHOLE : BEGINNING}`));
  await flushFolder(place);
  if (part.isWhole) await rm(join(place, `${part.name}${BEGINNING}`), { force: true });
}

/** Whether a whole segment is kept already. */
export async function isKept(folder: string, line: string, segment: string): Promise<boolean> {
  return (await timeOf(join(linePlace(folder, line), `${segment}${WHOLE}`))) !== undefined;
}

export type KeptPart = { readonly name: string; readonly read: () => Promise<Buffer> };

/** What is kept of a line from a segment on, in order, without a hole; the last may be a beginning. */
export async function keptParts(folder: string, line: string, from: string): Promise<readonly KeptPart[]> {
  const place = linePlace(folder, line);
  const names = new Set(await namesIn(place));
  const segments = [...new Set([...names].map((name) => name.slice(0, 24)))]
    .filter((name) => isSegmentName(name) && name >= from)
    .toSorted();
  const parts: KeptPart[] = [];
  for (const segment of segments) {
    const isWhole = names.has(`${segment}${WHOLE}`);
    const file = `${segment}${isWhole ? WHOLE : BEGINNING}`;
    if (!names.has(file)) continue;
    parts.push({ name: segment, read: () => buffer(readPacked(place, file)) });
  }
  return parts;
}

/** Removes what lies before a segment in this line, and all lines but those named. */
export async function pruneLog(
  folder: string,
  kept: ReadonlyMap<string, string>,
): Promise<{ readonly removed: number }> {
  let removed = 0;
  for (const line of await namesIn(join(folder, FOLDER))) {
    const from = kept.get(line);
    if (from === undefined) {
      await rm(linePlace(folder, line), { recursive: true, force: true });
      removed++;
      continue;
    }
    for (const name of await namesIn(linePlace(folder, line))) {
      if (!isSegmentName(name.slice(0, 24)) || name.slice(0, 24) >= from) continue;
      await rm(join(linePlace(folder, line), name), { force: true });
      removed++;
    }
  }
  return { removed };
}

async function namesIn(place: string): Promise<readonly string[]> {
  return readdir(place).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
}

async function timeOf(place: string): Promise<number | undefined> {
  return stat(place).then(
    ({ mtimeMs }) => mtimeMs,
    (error: unknown) => {
      if (isMissing(error)) return undefined;
      throw error;
    },
  );
}
