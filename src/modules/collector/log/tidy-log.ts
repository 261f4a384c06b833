import { deletePart, knownParts, lastNumberBefore, replacedBefore } from '../store/parts.ts';
import type { LogDeps } from './log-events.ts';
import { partFiles } from './part.ts';

/** Replaced parts stay for so long: for who reads them, and for a backup that is older than the merge. */
const KEPT_DAYS = 7;

/**
 * Removes files that do not count: of parts replaced a week ago, and of runs that ended before their commit. Those are told
 * from runs under way by their number: one that is lower than a number committed a day ago was given a day ago.
 *
 * @returns how many files
 */
export async function tidyLog({ db, files }: LogDeps, now: Temporal.Instant): Promise<number> {
  let removed = 0;
  for (const key of await replacedBefore(db, now.subtract({ hours: 24 * KEPT_DAYS }))) {
    await files.remove(key);
    await deletePart(db, key);
    removed += 1;
  }
  const isOld = await lastNumberBefore(db, now.subtract({ hours: 24 }));
  const old: string[] = [];
  for await (const { key, number } of partFiles(files)) if (number < isOld) old.push(key);
  const known = await knownParts(db, old);
  for (const key of old.filter((one) => !known.has(one))) {
    await files.remove(key);
    removed += 1;
  }
  return removed;
}
