import { inspect } from 'node:util';
import type { JobHelpers, TaskList } from 'graphile-worker';
import type { Logger } from 'pino';
import type { Db } from '../database/index.ts';
import type { FileStore } from '../files/index.ts';
import type { Reaction } from '../outbox/index.ts';
import { bury } from './dead-letter.ts';
import { type Job, type JobContext, MAX_ATTEMPTS } from './job.ts';
import { fanOut, react } from './react.ts';

/** How one attempt ended: `failed` will be tried again, `dead` will not. */
export type Attempt = {
  /** The job's or reaction's name. */
  readonly name: string;
  readonly outcome: 'done' | 'failed' | 'dead';
  readonly seconds: number;
  readonly error: unknown;
};

export type TaskOptions = {
  readonly db: Db;
  readonly files: FileStore;
  readonly log: Logger;
  readonly jobs: readonly Job[];
  readonly reactions: readonly Reaction[];
  /** Called after every attempt: for metrics and tests. */
  readonly onAttempt?: (attempt: Attempt) => void;
};

/**
 * What graphile-worker is to run: `fan_out`, `react`, and the modules' jobs. Throws when two share a name.
 */
export function taskList(options: TaskOptions): TaskList {
  const { db, reactions } = options;
  const byName = new Map(reactions.map((reaction) => [reaction.name, reaction]));
  refuseDoubles([...options.jobs, ...reactions].map(({ name }) => name));
  const tasks: TaskList = {
    fan_out: (payload, helpers) =>
      attempt(options, helpers, 'fan_out', MAX_ATTEMPTS, () => fanOut(db, reactions, eventIdOf(payload))),
    react: (payload, helpers) => {
      const name = (payload as { reaction: string }).reaction;
      return attempt(options, helpers, name, MAX_ATTEMPTS, () => {
        const reaction = byName.get(name);
        if (!reaction) throw new Error(`no reaction is named ${name}: was it renamed or removed?`);
        return react(db, reaction, eventIdOf(payload), helpers.job.attempts === 1);
      });
    },
  };
  for (const job of options.jobs) {
    tasks[job.name] = (payload, helpers) => runJob(options, job, payload, helpers);
  }
  return tasks;
}

function refuseDoubles(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) throw new Error(`two jobs or reactions are named ${name}`);
    seen.add(name);
  }
}

async function runJob(options: TaskOptions, job: Job, payload: unknown, helpers: JobHelpers): Promise<void> {
  const maxAttempts = job.maxAttempts ?? MAX_ATTEMPTS;
  let isHopeless = false;
  await attempt(
    options,
    helpers,
    job.name,
    () => (isHopeless ? 1 : maxAttempts),
    async () => {
      const parsed = parseOrGiveUp(job, payload, () => {
        isHopeless = true;
      });
      await job.run(contextOf(options, helpers, maxAttempts), parsed);
    },
  );
}

function parseOrGiveUp(job: Job, payload: unknown, giveUp: () => void): unknown {
  try {
    return job.parse(withoutCronMark(payload));
  } catch (error) {
    giveUp();
    throw error;
  }
}

/** graphile-worker adds `_cron` to the payload of a job that its clock made. */
function withoutCronMark(payload: unknown): unknown {
  if (typeof payload !== 'object' || payload === null || !('_cron' in payload)) return payload;
  const { _cron, ...rest } = payload;
  return rest;
}

function contextOf(options: TaskOptions, helpers: JobHelpers, maxAttempts: number): JobContext {
  const { attempts, max_attempts } = helpers.job;
  return {
    db: options.db,
    files: options.files,
    log: options.log.child({ job: helpers.job.task_identifier, jobId: helpers.job.id }),
    now: Temporal.Now.instant(),
    attempt: attempts,
    isLastAttempt: attempts >= Math.min(max_attempts, maxAttempts),
    signal: helpers.abortSignal ?? new AbortController().signal,
  };
}

/**
 * Runs one attempt. A failed last one becomes a dead letter and the job is put away; any other goes back in
 * line.
 */
async function attempt(
  options: TaskOptions,
  { job }: JobHelpers,
  name: string,
  maxAttempts: number | (() => number),
  run: () => Promise<void>,
): Promise<void> {
  const start = performance.now();
  const end = (outcome: Attempt['outcome'], error?: unknown) =>
    options.onAttempt?.({ name, outcome, seconds: (performance.now() - start) / 1000, error });
  try {
    await run();
  } catch (error) {
    const limit = typeof maxAttempts === 'number' ? maxAttempts : maxAttempts();
    const about = { err: error, job: name, jobId: job.id, attempt: job.attempts };
    if (job.attempts < Math.min(job.max_attempts, limit)) {
      options.log.warn(about, 'a job failed and will be tried again');
      end('failed', error);
      throw error;
    }
    await bury(options.db, [
      {
        jobId: job.id,
        job: job.task_identifier,
        payload: job.payload,
        error: describe(error),
        attempts: job.attempts,
      },
    ]);
    options.log.error(about, 'a job was given up: see the dead letters');
    end('dead', error);
    return;
  }
  end('done');
}

/** The error with its stack and causes, as a person must see it to mend it. */
function describe(error: unknown): string {
  return inspect(error, { depth: 4 }).slice(0, 20_000);
}

function eventIdOf(payload: unknown): bigint {
  return BigInt((payload as { eventId: string | number }).eventId);
}
