import type { SearchQuery, SearchResult, Suggestions, SuggestQuery } from './query.ts';

/** A process's own index of all documents, which follows the database. */
export type Search = {
  /** Synchronous; `tookMs` is the time in the index. */
  readonly query: (query: SearchQuery) => SearchResult & { readonly tookMs: number };
  readonly suggest: (query: SuggestQuery) => Suggestions;
  /** Keeps what was asked and how much was found, for reports: never who. Written within a second, in batches. */
  readonly recordQuery: (asked: AskedQuery) => void;
  /** Resolves when all that was committed before the call is in the index. */
  readonly catchUp: () => Promise<void>;
  readonly state: () => SearchState;
  /** Writes what is queued and a snapshot for the next start. */
  readonly close: () => Promise<void>;
};

export type AskedQuery = {
  readonly text: string;
  readonly locale: string;
  readonly hits: number;
  readonly correctedTo: string | undefined;
};

export type SearchState = {
  readonly documents: number;
  /** Of the newest change in the index. */
  readonly revision: bigint;
  /** Time from a change's commit, as told, to its being found; of the last change. */
  readonly lagMs: number;
  readonly loadedFrom: 'snapshot' | 'database';
  readonly loadMs: number;
};
