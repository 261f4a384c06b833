import type { Id } from '../../kernel/index.ts';
import type { Difference } from './compare.ts';

export type FindingId = Id<'finding'>;

/**
 * Something of the payment pages that a person has to look at. `unapproved`: nobody has said yet what is right;
 * `not_seen`: the check did not get to the pages; `refused`: a browser stopped something there.
 */
export type Finding = Omit<Difference, 'change' | 'kind'> & {
  readonly id: FindingId;
  readonly change: Difference['change'] | 'unapproved' | 'not_seen' | 'refused';
  readonly kind: string;
  readonly foundAt: Temporal.Instant;
  /** Open until the page is as approved again (`gone`), or somebody approved it as it is. */
  readonly closed: { readonly at: Temporal.Instant; readonly by: 'gone' | 'approved' } | undefined;
};

export type NewFinding = Omit<Finding, 'id' | 'foundAt' | 'closed'>;
