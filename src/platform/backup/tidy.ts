import { pruneLog } from './archive/kept-log.ts';
import { type Keeping, logKeptFrom } from './keep.ts';
import { type KeptBackup, listBackups, pruneBackups } from './kept-backups.ts';
import { readManifest } from './manifest.ts';

/**
 * Removes the backups that are not kept any more, and of the kept log what is older than the oldest daily one and what
 * goes on from none of those.
 *
 * @param line the one that is being written: it stays
 * @returns names of the backups that are gone
 */
export async function tidyBackups(
  folder: string,
  keeping: Keeping,
  line: string,
): Promise<readonly string[]> {
  const gone = await pruneBackups(folder, keeping);
  await pruneLog(folder, await neededLog(await listBackups(folder), keeping, line));
  return gone;
}

/** Line → the first segment that is still needed of it; '' for all. */
async function neededLog(
  backups: readonly KeptBackup[],
  keeping: Keeping,
  line: string,
): Promise<ReadonlyMap<string, string>> {
  const sound = backups.filter(({ problem, kind }) => problem === '' && kind === 'physical');
  const oldest = sound.find(({ name }) => name === logKeptFrom(sound, keeping));
  const needed = new Map(line === '' ? [] : [[line, '']]);
  for (const { place, at } of sound) {
    if (oldest && Temporal.Instant.compare(at, oldest.at) < 0) continue;
    const { database } = await readManifest(place);
    if (database.kind !== 'physical' || database.line === '') continue;
    const known = needed.get(database.line) ?? '';
    const isFirst = known === '' || database.firstSegment < known;
    if (isFirst) needed.set(database.line, database.firstSegment);
  }
  return needed;
}
