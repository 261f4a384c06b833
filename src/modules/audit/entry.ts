import type { Id } from '../../kernel/index.ts';
import type { Difference } from './difference.ts';

export type EntryId = Id<'audit_entry'>;

/**
 * `asked`: somebody is about to; what came of it is an entry of its own with the same `attemptId`, and where there is
 * none the shop was killed in between. What is done within one transaction has no `asked`.
 */
export const OUTCOMES = ['asked', 'done', 'refused', 'failed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Who did what to what, from where, and what it changed. */
export type Entry = {
  readonly id: EntryId;
  readonly at: Temporal.Instant;
  readonly attemptId: string;
  /** `staff:<id>`, `api_key:<id>`, `cli`. */
  readonly actor: string;
  /** What they were called then. */
  readonly actorName: string;
  /** Of a member of staff; '' otherwise. */
  readonly sessionId: string;
  /** The operation of the admin API, or the words of a command. */
  readonly operation: string;
  readonly summary: string;
  /** `order`, `delivery_method`. */
  readonly kind: string;
  /** '' where there is only one, or where there were many. */
  readonly subjectId: string;
  readonly outcome: Outcome;
  /** Of what was refused. */
  readonly code: string;
  readonly ip: string;
  readonly userAgent: string;
  readonly differences: readonly Difference[];
};

export type NewEntry = Omit<Entry, 'id'>;
