import type { Logger } from 'pino';
import { type Heard, type Listener, listen } from '../../../platform/broadcast/index.ts';
import type { Connection, Db } from '../../../platform/database/index.ts';
import type { Search } from '../live-search.ts';
import { Follower } from './follower.ts';
import { recordQueries } from './query-recorder.ts';

export type SearchDeps = Source & {
  /** Where a snapshot for the next start is kept; none is without it. */
  readonly snapshotFolder?: string;
  readonly log?: Pick<Logger, 'info' | 'warn' | 'error'>;
  readonly now?: () => Temporal.Instant;
};

/** A connection, on which it also listens; or a database, and a way to hear what is told in any process. */
type Source =
  | { readonly connection: Connection }
  | { readonly db: Db; readonly listen: (listener: Listener) => Promise<Listening> };
type Listening = { readonly close: () => Promise<void> };

/** What changes names, synonyms, rules or the choice of languages. */
const SETTINGS_TOPICS: ReadonlySet<string> = new Set([
  'search.settings_changed',
  'markets.changed',
  'catalog.taxonomy_changed',
  'merchandising.collections_changed',
]);
const LOOK_EVERY_MS = 5_000;
const SETTINGS_EVERY_MS = 600_000;

/**
 * Loads an index of all documents, from the snapshot and what changed since, or from the database, and follows every
 * change until `close`. Resolves when it is complete. Listens first, so that nothing is missed between.
 *
 * @example
 * const search = await openSearch({ db, listen: (listener) => listen(connection, listener), log });
 * const { hits, facets } = search.query({ text: 'mug', locale, currency, filters: {}, sort: 'relevance', … });
 */
export async function openSearch(deps: SearchDeps): Promise<Search> {
  const { log } = deps;
  const db = 'connection' in deps ? deps.connection.db : deps.db;
  const now = deps.now ?? (() => Temporal.Now.instant());
  const follower = new Follower({ db, now, folder: deps.snapshotFolder, log });
  const recorder = recordQueries(db, {
    now,
    failed: (error, lost) => log?.warn({ err: error, lost }, 'asked queries could not be written'),
  });
  const look = (isSettings: boolean): void => {
    follower.follow(isSettings).catch((error: unknown) => {
      log?.error({ err: error }, 'search could not follow a change; it is tried again in some seconds');
    });
  };
  const listener: Listener = {
    onEvent: ({ topic }: Heard) => {
      if (topic === 'search.documents_changed') look(false);
      else if (SETTINGS_TOPICS.has(topic)) look(true);
    },
    onGap: () => look(true),
  };
  const listening = await ('connection' in deps ? listen(deps.connection, listener) : deps.listen(listener));
  const timers: NodeJS.Timeout[] = [];
  try {
    await follower.load();
    timers.push(setInterval(() => look(false), LOOK_EVERY_MS).unref());
    timers.push(setInterval(() => look(true), SETTINGS_EVERY_MS).unref());
  } catch (error) {
    await listening.close();
    throw error;
  }
  return {
    query: (query) => {
      const start = performance.now();
      return { ...follower.index.search(query), tookMs: performance.now() - start };
    },
    suggest: (query) => follower.index.suggest(query),
    recordQuery: recorder.record,
    catchUp: () => follower.follow(false),
    state: () => follower.state(),
    close: async () => {
      for (const timer of timers) clearInterval(timer);
      await listening.close();
      await recorder.close();
      await follower.close();
    },
  };
}
