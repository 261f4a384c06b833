import type { Id, Refusal } from '../../../kernel/index.ts';

export type ExplorationId = Id<'exploration'>;

/** A question that somebody wants to ask again. */
export type Exploration = {
  readonly id: ExplorationId;
  readonly name: string;
  /** In the text language, as it is printed. */
  readonly query: string;
  /** Whose it is: `staff:…`. Only they change it. */
  readonly owner: string;
  /** Everybody who reads reports sees it. */
  readonly isShared: boolean;
  /** Grows with each change. */
  readonly version: bigint;
  readonly savedAt: Temporal.Instant;
};

export type ExplorationRefusal = Refusal<
  'invalid_name' | 'invalid_query' | 'name_taken' | 'too_many' | 'not_found' | 'version_conflict'
>;
