import type { Logger } from 'pino';
import type { Db } from '../database/index.ts';
import type { FileStore } from '../files/index.ts';

/** What every job may use. A job opens its own transactions on `db`. */
export type JobContext = {
  readonly db: Db;
  readonly files: FileStore;
  readonly log: Logger;
  /** When this attempt started. */
  readonly now: Temporal.Instant;
  /** 1 for the first. */
  readonly attempt: number;
  /** A throw now makes a dead letter. */
  readonly isLastAttempt: boolean;
  /** Aborts when the worker is stopping and will not wait much longer. */
  readonly signal: AbortSignal;
};

/**
 * Work that is done later, by a worker, at least once: a job must bear being run again after it was done
 * halfway. It retries with growing pauses (3 s, 7 s, 20 s, 1, 2, 7, 18 minutes) and then becomes a dead
 * letter.
 *
 * @example
 * const fetchPicture: Job<'media.fetch', { assetId: string }> = {
 *   name: 'media.fetch',
 *   parse: z.object({ assetId: z.uuid() }).parse,
 *   run: async ({ db, files }, { assetId }) => { … },
 * };
 */
export type Job<Name extends string = string, Payload = unknown> = {
  /** `module.what`. */
  readonly name: Name;
  /**
   * Throws on a payload that is none of this job's: it is then a dead letter at once, as no retry can mend
   * it.
   */
  parse(payload: unknown): Payload;
  // Methods, not properties, so that jobs of different payloads fit one list.
  run(context: JobContext, payload: Payload): Promise<void>;
  /** 8 unless given. */
  readonly maxAttempts?: number;
};

/** Enqueues `job` with an empty payload at the times of `schedule`, in UTC, as crontab(5) writes them. */
export type Cron = {
  /** Unique; how the last run is remembered. */
  readonly name: string;
  /** `0 4 * * *` is every day at four. */
  readonly schedule: string;
  /** The job's name. */
  readonly job: string;
};

export const MAX_ATTEMPTS = 8;
