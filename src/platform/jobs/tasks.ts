import { inspect } from 'node:util';
import type { JobHelpers, TaskList } from 'graphile-worker';
import type { Logger } from 'pino';
import type { Db } from '../database/index.ts';
import type { FileStore } from '../files/index.ts';
import type { Reaction } from '../outbox/index.ts';
import { bury } from './dead-letter.ts';
import { type Job, type JobContext, MAX_ATTEMPTS } from './job.ts';
import { react, splitUp } from './react.ts';

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

/** What graphile-worker is to run: `react` and the modules' jobs. Throws when two share a name. */
export function taskList(options: TaskOptions): TaskList {
  const { reactions } = options;
  const byName = new Map(reactions.map((reaction) => [reaction.name, reaction]));
  refuseDoubles([...options.jobs, ...reactions].map(({ name }) => name));
  const tasks: TaskList = {
    react: (payload, helpers) => {
      const order = readOrder(payload);
      return attempt(options, helpers, order.name, MAX_ATTEMPTS, () => {
        const reaction = byName.get(order.name);
        if (!reaction) throw new Error(`no reaction is named ${order.name}: was it renamed or removed?`);
        return reactAttempt(options, helpers, reaction, order);
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

/** What a `react` job is about. `isAlone`: they failed together with others before. */
type Order = { readonly name: string; readonly eventIds: readonly bigint[]; readonly isAlone: boolean };

function readOrder(payload: unknown): Order {
  const { reaction, eventId, eventIds, isAlone } = payload as {
    readonly reaction: string;
    readonly eventId?: string;
    readonly eventIds?: readonly string[];
    readonly isAlone?: boolean;
  };
  const ids = eventIds ?? (eventId === undefined ? [] : [eventId]);
  return { name: reaction, eventIds: ids.map(BigInt), isAlone: isAlone ?? false };
}

/** Several events that were not all seen at the first attempt are tried again each on its own. */
function reactAttempt(
  { db }: TaskOptions,
  { job, abortSignal }: JobHelpers,
  reaction: Reaction,
  order: Order,
) {
  const { eventIds, isAlone } = order;
  if (job.attempts > 1 && eventIds.length > 1) return splitUp(db, reaction, eventIds);
  const mayMerge = job.attempts === 1 && !isAlone;
  return react(db, reaction, eventIds, { mayMerge, ...(abortSignal ? { signal: abortSignal } : {}) });
}
