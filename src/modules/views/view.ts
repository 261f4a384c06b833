import type { Id, Refusal } from '../../kernel/index.ts';

export type ViewId = Id<'view'>;

/** A list as somebody wants to see it again. */
export type View = {
  readonly id: ViewId;
  /** Which list: `orders`. */
  readonly list: string;
  readonly name: string;
  /** The query of the list's address: `state=paid&sort=total`. */
  readonly query: string;
  /** Whose it is: `staff:…`. Only they change it. */
  readonly owner: string;
  /** Everybody sees it. */
  readonly isShared: boolean;
};

export type ViewRefusal = Refusal<
  'invalid_list' | 'invalid_name' | 'invalid_query' | 'name_taken' | 'too_many' | 'not_found'
>;
