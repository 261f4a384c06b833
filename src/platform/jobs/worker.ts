import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { standClient } from '../broadcast/index.ts';
import type { Connection } from '../database/index.ts';
import { buryAbandoned } from './dead-letter.ts';
import type { Cron } from './job.ts';
import {
  freeLostJobs,
  holdLife,
  processNumber,
  registerWorkers,
  releaseDeadWorkers,
  removeWorkers,
} from './liveness.ts';
import { pruneOutbox, pruneOutboxDaily } from './prune.ts';
import { type Pump, startPump } from './pump.ts';
import { startRunner } from './runner.ts';
import { type TaskOptions, taskList } from './tasks.ts';

export type WorkerOptions = Omit<TaskOptions, 'db'> & {
  readonly connection: Connection;
  readonly crons: readonly Cron[];
  /** Jobs at once; 4 unless given. */
  readonly concurrency?: number;
  /** How often the leftovers of dead workers are looked for; 15 s unless given. */
  readonly sweepMs?: number;
};

export type Worker = {
  /** Takes no more jobs, waits for those running (their `signal` aborts after 5 s), and resolves. */
  readonly stop: () => Promise<void>;
};

/** Who this worker is to the others, and what it does now. */
type Self = { readonly process: number; readonly ids: string[]; readonly active: Set<string> };

/**
 * Runs jobs, reactions and crons until `stop`. Any number of workers may run on one database, in one or many
 * processes; one that is killed has its jobs taken over by the others within `sweepMs`, or at its own restart
 * at once.
 */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { connection } = options;
  const self: Self = { process: processNumber(), ids: [], active: new Set() };
  const stopping = new AbortController();
  refuseUnknownJobs(options);
  let pump: Pump | undefined;
  const life = await standClient(connection, {
    prepare: async (client) => {
      await holdLife(client, self.process);
      client.on('notification', () => pump?.wake());
      await client.query('listen institor');
      // While the connection was gone others may have taken this worker for dead.
      await registerWorkers(connection.db, self.ids, self.process);
    },
  });
  let runner: Runner;
  try {
    await nameTasks(options);
    await sweep(options, self);
    runner = await start(options, self);
  } catch (error) {
    await life.close();
    throw error;
  }
  pump = startPump({ db: connection.db, reactions: options.reactions, log: options.log });
  const runs = keepRunning(
    options,
    self,
    () => runner,
    stopping.signal,
    (next) => {
      runner = next;
    },
  );
  const sweeps = sweepEvery(options, self, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await pump?.stop();
      await runner.stop();
      await runs;
      await sweeps;
      await removeWorkers(connection.db, self.ids);
      await life.close();
    },
  };
}

type Runner = Awaited<ReturnType<typeof startRunner>>;

function tasksOf(options: WorkerOptions) {
  return taskList({ ...options, db: options.connection.db, jobs: [...options.jobs, pruneOutbox] });
}

/**
 * Writes the names of the tasks that graphile-worker would write itself, all in one statement, when a worker first
 * looks for jobs: in a new database that deadlocks with a deed that enqueues two jobs. One by one it waits holding
 * nothing.
 */
async function nameTasks(options: WorkerOptions): Promise<void> {
  const { db } = options.connection;
  const { rows } = await sql<{ name: string }>`
    select name from unnest(${Object.keys(tasksOf(options))}::text[]) as task (name)
    where not exists (select from graphile_worker._private_tasks where identifier = name)
  `.execute(db);
  for (const { name } of rows) {
    await sql`
      insert into graphile_worker._private_tasks (identifier) values (${name}) on conflict do nothing
    `.execute(db);
  }
}

async function start(options: WorkerOptions, self: Self): Promise<Runner> {
  const { connection, log } = options;
  const runner = await startRunner({
    connection,
    log,
    concurrency: options.concurrency ?? 4,
    tasks: tasksOf(options),
    crons: [...options.crons, pruneOutboxDaily],
    onId: (id) => self.ids.push(id),
    active: self.active,
  });
  await registerWorkers(connection.db, self.ids, self.process);
  return runner;
}

/** Replaces a runner that ended by itself, as often as it takes. */
async function keepRunning(
  options: WorkerOptions,
  self: Self,
  current: () => Runner,
  stop: AbortSignal,
  replace: (runner: Runner) => void,
): Promise<void> {
  while (!stop.aborted) {
    await Promise.race([current().ended, aborted(stop)]);
    if (stop.aborted) return;
    options.log.error('the job runner does not get on; starting another');
    await current().stop();
    for (let next: Runner | undefined; !next && !stop.aborted; ) {
      next = await start(options, self).catch((error) => {
        options.log.warn({ err: error }, 'could not start a job runner; trying again');
        return undefined;
      });
      if (!next) await rest(1000, stop);
      else if (stop.aborted) await next.stop();
      else replace(next);
    }
  }
}

function refuseUnknownJobs({ jobs, crons }: WorkerOptions): void {
  const names = new Set(jobs.map((job) => job.name));
  const lost = crons.find((cron) => !names.has(cron.job));
  if (lost) throw new Error(`cron ${lost.name} names the job ${lost.job}, which there is not`);
}

async function sweepEvery(options: WorkerOptions, self: Self, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    await rest(options.sweepMs ?? 15_000, stop);
    if (stop.aborted) return;
    // A database that is away is back at a later sweep.
    await sweep(options, self).catch((error) =>
      options.log.warn({ err: error }, 'could not look for dead workers'),
    );
  }
}

async function sweep({ connection: { db }, log }: WorkerOptions, self: Self): Promise<void> {
  const dead = await releaseDeadWorkers(db);
  if (dead.length > 0) log.warn({ workers: dead }, 'took over the jobs of dead workers');
  const lost = await freeLostJobs(db, self.ids, [...self.active]);
  if (lost > 0) log.warn({ jobs: lost }, 'freed jobs whose handing over was cut off');
  const buried = await buryAbandoned(db);
  if (buried > 0) log.error({ jobs: buried }, 'jobs were given up: see the dead letters');
}

function rest(ms: number, stop: AbortSignal): Promise<unknown> {
  return pause(ms, undefined, { signal: stop, ref: false }).catch(() => undefined);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
