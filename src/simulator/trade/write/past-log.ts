import { logHistory } from '../../../modules/collector/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { FileStore } from '../../../platform/files/index.ts';
import { ORIGIN } from './origin.ts';

/** So many events are put into the log at once. */
const LINES_AT_ONCE = 60_000;

/**
 * Puts a past's events into the log while further days are drawn: one lot is written at a time, and who is faster waits. What
 * keeps a lot from being written is said with the next one, or at the end.
 */
export function pastLog(
  deps: { readonly db: Db; readonly files: FileStore },
  {
    linesAtOnce = LINES_AT_ONCE,
    now,
  }: { readonly linesAtOnce?: number | undefined; readonly now: Temporal.Instant },
) {
  let lines: string[] = [];
  let written = 0;
  let begun: Promise<PromiseSettledResult<number>[]> = Promise.allSettled([]);
  const finish = async () => {
    const lots = await begun;
    begun = Promise.allSettled([]);
    for (const lot of lots) {
      if (lot.status === 'rejected') throw lot.reason;
      written += lot.value;
    }
  };
  const begin = async () => {
    await finish();
    begun = Promise.allSettled([logHistory(deps, { origin: ORIGIN, lines, now })]);
    lines = [];
  };
  return {
    add: (line: string): void => {
      lines.push(line);
    },
    /** Begins with a lot, if there are enough lines for one. */
    next: async (): Promise<void> => {
      if (lines.length >= linesAtOnce) await begin();
    },
    /** Writes what is left. @returns how many events are new in all */
    end: async (): Promise<number> => {
      await begin();
      await finish();
      return written;
    },
    /** Nothing is written any more when whoever was interrupted is gone. */
    [Symbol.asyncDispose]: async (): Promise<void> => {
      await begun;
    },
  };
}
