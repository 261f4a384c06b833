import type { Db } from '../../database/index.ts';
import type { Caller } from '../caller.ts';
import type { GuardedField } from '../guarded-fields.ts';

/** One write of the API, or what came of it. */
export type Attempt = {
  readonly at: Temporal.Instant;
  /** Of what was asked and of what came of it. */
  readonly attemptId: string;
  readonly caller: Caller;
  readonly operation: string;
  readonly summary: string;
  readonly kind: string;
  /** '' where there is but one, or where there are many. */
  readonly subjectId: string;
  readonly outcome: 'asked' | 'done' | 'refused' | 'failed';
  /** Of what was refused. */
  readonly code: string;
  readonly ip: string;
  readonly userAgent: string | undefined;
  /** As a GET answers it, everything shown; `undefined` where it was not there, or where no GET shows it. */
  readonly before: unknown;
  readonly after: unknown;
  /** Fields of both that not everybody may see. */
  readonly guarded: readonly GuardedField[];
  /** Fields of both that say who a person is. */
  readonly personal: readonly (readonly string[])[];
};

/** Who keeps what is done. */
export type Audit = {
  /** @param db the transaction of the deed where it has one */
  readonly keep: (db: Db, attempt: Attempt) => Promise<void>;
  /** The API's handlers by operation id, made for this connection or transaction: what reads is asked of them. */
  readonly readsIn: (db: Db) => object;
};
