import { EventEmitter } from 'node:events';
import {
  Logger as GraphileLogger,
  parseCronItems,
  run,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import pg from 'pg';
import type { Logger } from 'pino';
import type { Connection } from '../database/index.ts';
import type { Cron } from './job.ts';

export type RunnerOptions = {
  readonly connection: Connection;
  readonly tasks: TaskList;
  readonly crons: readonly Cron[];
  readonly concurrency: number;
  readonly log: Logger;
  /** Told the id under which this runner locks jobs. */
  readonly onId: (id: string) => void;
  /** Ids of the jobs that run now: kept by the runner. */
  readonly active: Set<string>;
};

export type JobRunner = { readonly ended: Promise<void>; readonly stop: () => Promise<void> };

// Jobs are announced; polling finds those whose time has come and those of a missed announcement.
const POLL_MS = 500;
// graphile-worker keeps a failed first look-up of its tasks for ever; a new runner looks again.
const ERRORS_UNTIL_RENEWED = 20;

/**
 * graphile-worker on a pool of its own, so that taking and finishing jobs never waits for the jobs' own
 * queries.
 */
export async function startRunner(options: RunnerOptions): Promise<JobRunner> {
  const { connection, log } = options;
  const pool = plainPool(connection, options.concurrency + 1);
  const events: WorkerEvents = new EventEmitter();
  const failing = Promise.withResolvers<void>();
  watch(events, options, () => failing.resolve());
  try {
    const runner = await run({
      pgPool: pool,
      concurrency: options.concurrency,
      pollInterval: POLL_MS,
      noHandleSignals: true,
      logger: graphileLogger(log),
      events,
      taskList: options.tasks,
      parsedCronItems: parseCronItems(options.crons.map(toCronItem)),
    });
    const end = runner.promise.catch((error) => log.error({ err: error }, 'the job runner failed'));
    let isStopped = false;
    const stop = async () => {
      if (isStopped) return;
      isStopped = true;
      // A runner that has ended by itself refuses to be stopped.
      await runner.stop().catch((error) => log.debug({ err: error }, 'the job runner had ended'));
      await end;
      await pool.end();
    };
    return { ended: Promise.race([end, failing.promise]), stop };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

function watch(events: WorkerEvents, { onId, active }: RunnerOptions, onFailing: () => void): void {
  let errors = 0;
  events.on('pool:create', ({ workerPool }) => onId(workerPool.id));
  events.on('worker:getJob:error', () => {
    errors++;
    if (errors >= ERRORS_UNTIL_RENEWED) onFailing();
  });
  events.on('worker:getJob:empty', () => {
    errors = 0;
  });
  events.on('job:start', ({ job }) => {
    errors = 0;
    active.add(job.id);
  });
  events.on('job:complete', ({ job }) => active.delete(job.id));
}

/** A pool with what `pg` gives by default, as graphile-worker expects: Date, and int8 as text. */
export function plainPool(connection: Connection, size: number): pg.Pool {
  const pool = new pg.Pool({ ...connection.pool.options, types: pg.types, max: size });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

function toCronItem({ name, schedule, job }: Cron) {
  return { task: job, match: schedule, identifier: name, options: { backfillPeriod: 0, maxAttempts: 25 } };
}

/** Its messages are about every single job, which we log ourselves when something is wrong. */
export function graphileLogger(log: Logger): GraphileLogger {
  const levels = { error: 'debug', warning: 'debug', info: 'trace', debug: 'trace' } as const;
  return new GraphileLogger((scope) => (level, message) => {
    log[levels[level]]({ ...scope }, message);
  });
}
