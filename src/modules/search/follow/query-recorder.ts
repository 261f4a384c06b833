import { findCardNumbers } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { normalizeQuery } from '../engine/text/tokens.ts';
import type { AskedQuery } from '../live-search.ts';
import { insertQueries, type LoggedQuery } from '../store/queries.ts';

const FLUSH_MS = 1_000;
/** More in a second than a process can answer: what is over is counted and dropped rather than kept in memory. */
const MOST_QUEUED = 10_000;

type Recorder = {
  readonly record: (asked: AskedQuery) => void;
  readonly flush: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Keeps asked queries for a moment and writes them together. `failed` is told when they cannot be written. */
export function recordQueries(
  db: Db,
  deps: { readonly now: () => Temporal.Instant; readonly failed: (error: unknown, lost: number) => void },
): Recorder {
  let queued: LoggedQuery[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  const write = async (): Promise<void> => {
    const batch = queued;
    queued = [];
    try {
      await insertQueries(db, batch);
    } catch (error) {
      // A report that misses a second is better than a shop that stops searching.
      deps.failed(error, batch.length);
    }
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(write);
    return writing;
  };
  return {
    record: ({ text, locale, hits, correctedTo }) => {
      const query = normalizeQuery(text);
      if (query === '' || queued.length >= MOST_QUEUED) return;
      // Typed into the wrong field: what is asked often is suggested to others, and a card's number may not be kept.
      if (findCardNumbers(text).length > 0) return;
      queued.push({ askedAt: deps.now(), locale, query, hits, correctedTo });
      timer ??= setTimeout(() => void flush(), FLUSH_MS).unref();
    },
    flush,
    close: flush,
  };
}
