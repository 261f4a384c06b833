import { runOnce } from 'graphile-worker';
import { sql } from 'kysely';
import { pino } from 'pino';
import type { Connection, Db } from '../database/index.ts';
import type { FileStore } from '../files/index.ts';
import type { Reaction } from '../outbox/index.ts';
import { distribute, isAnyUndistributed } from './distribute.ts';
import type { Job } from './job.ts';
import { graphileLogger, plainPool } from './runner.ts';
import { type Attempt, taskList } from './tasks.ts';

export type DueOptions = {
  readonly connection: Connection;
  readonly jobs?: readonly Job[];
  readonly reactions?: readonly Reaction[];
  readonly files?: FileStore;
  /** Runs on when a job fails; without it the first failure is thrown at the end. */
  readonly mayFail?: boolean;
};

/**
 * Distributes what was told and runs everything that is due, and what that tells and enqueues in turn, one after the
 * other, then returns: for tests, seeds and commands. A failed job stays in line for a worker.
 *
 * @returns the attempts in order
 */
export async function runDueJobs(options: DueOptions): Promise<readonly Attempt[]> {
  const { connection, jobs = [], reactions = [], mayFail = false } = options;
  const attempts: Attempt[] = [];
  const log = pino({ level: 'silent' });
  const pool = plainPool(connection, 2);
  const tasks = taskList({
    db: connection.db,
    files: options.files ?? noFiles,
    log,
    jobs,
    reactions,
    onAttempt: (attempt) => attempts.push(attempt),
  });
  try {
    // One pass ends when it finds nothing at that moment, which may be because a queue's lock was just being
    // released.
    do {
      while ((await distribute(connection.db, reactions)) > 0);
      await runOnce({
        pgPool: pool,
        noHandleSignals: true,
        logger: graphileLogger(log),
        taskList: tasks,
      });
    } while (await isAnythingLeft(connection.db, Object.keys(tasks)));
  } finally {
    await pool.end();
  }
  const failed = attempts.find((attempt) => attempt.outcome !== 'done');
  if (failed && !mayFail) throw new Error(`${failed.name} failed`, { cause: failed.error });
  return attempts;
}

async function isAnythingLeft(db: Db, names: readonly string[]): Promise<boolean> {
  return (await isAnyUndistributed(db)) || (await isAnyDue(db, names));
}

async function isAnyDue(db: Db, names: readonly string[]): Promise<boolean> {
  const { rows } = await sql`
    select 1 from graphile_worker.jobs
    where task_identifier = any(${names}::text[]) and run_at <= now() and attempts < max_attempts limit 1
  `.execute(db);
  return rows.length > 0;
}

const refuseFiles = () => {
  throw new Error('these jobs use files: give runDueJobs a file store');
};
const noFiles: FileStore = {
  put: refuseFiles,
  get: refuseFiles,
  exists: refuseFiles,
  remove: refuseFiles,
  list: refuseFiles,
};
