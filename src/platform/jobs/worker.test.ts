import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { test } from 'node:test';
import { sql } from 'kysely';
import { pino } from 'pino';
import { testDatabase } from '../../../test/database.ts';
import { type Reaction, tell } from '../outbox/index.ts';
import { type Attempt, enqueue, type Job, startWorker, type WorkerOptions } from './index.ts';
import { freeLostJobs, releaseDeadWorkers } from './liveness.ts';

const connection = await testDatabase(12);
const { db } = connection;
await sql`create table effect (word text not null)`.execute(db);
const log = pino({ level: 'silent' });
const nothing = () => Promise.reject(new Error('no files here'));
const files = {
  put: nothing,
  get: nothing,
  exists: nothing,
  remove: nothing,
  list: () => {
    throw new Error('no files here');
  },
};

const writes: Reaction = {
  name: 'test.writes',
  topic: 'platform.test_said',
  run: async (tx, { payload }) => {
    await sql`insert into effect (word) values (${payload.word})`.execute(tx);
  },
};

/** A worker that says when an attempt has ended. */
async function aWorker(options: Partial<WorkerOptions>) {
  const ended = new EventEmitter();
  const attempts: Attempt[] = [];
  const worker = await startWorker({
    connection,
    files,
    log,
    jobs: [],
    reactions: [],
    crons: [],
    onAttempt: (attempt) => {
      attempts.push(attempt);
      ended.emit(attempt.name, attempt);
    },
    ...options,
  });
  return { ...worker, attempts, ended };
}

test('two workers share the work, and each event has its effect once', async () => {
  const [one, two] = await Promise.all([aWorker({ reactions: [writes] }), aWorker({ reactions: [writes] })]);
  for (let index = 0; index < 30; index++) {
    await db.transaction().execute((tx) => tell(tx, 'platform.test_said', { word: `${index}` }));
  }
  const readEffects = () => sql<{ word: string }>`select word from effect`.execute(db);
  for (let next = Promise.resolve<unknown>(undefined); (await readEffects()).rows.length < 30; await next) {
    next = Promise.race([once(one.ended, 'test.writes'), once(two.ended, 'test.writes')]);
  }
  await Promise.all([one.stop(), two.stop()]);
  const { rows } = await readEffects();
  assert.deepEqual(
    rows.map((row) => row.word),
    Array.from({ length: 30 }, (_, index) => `${index}`),
  );
});

test('a job starts within half a second of the commit, and stopping waits for it to end', async () => {
  let isDone = false;
  const started = Promise.withResolvers<number>();
  const goOn = Promise.withResolvers<void>();
  const slow: Job = {
    name: 'test.slow',
    parse: (payload) => payload,
    run: async () => {
      started.resolve(performance.now());
      await goOn.promise;
      isDone = true;
    },
  };
  const worker = await aWorker({ jobs: [slow] });
  const start = performance.now();
  await db.transaction().execute((tx) => enqueue(tx, 'test.slow', {}));
  assert.ok((await started.promise) - start < 500);
  const stopped = worker.stop();
  goOn.resolve();
  await stopped;
  assert.equal(isDone, true);
});

test('the jobs of a dead worker are freed at once, those of a living one are not', async () => {
  const held = Promise.withResolvers<void>();
  const started = Promise.withResolvers<void>();
  const slow: Job = {
    name: 'test.held',
    parse: (payload) => payload,
    run: () => {
      started.resolve();
      return held.promise;
    },
  };
  const worker = await aWorker({ jobs: [slow] });
  await db.transaction().execute((tx) => enqueue(tx, 'test.held', {}, { queue: 'q' }));
  await started.promise;
  assert.deepEqual(await releaseDeadWorkers(db), []);
  await sql`
    insert into platform.worker (id, process) values ('pool-dead', 1)
  `.execute(db);
  await db.transaction().execute((tx) => enqueue(tx, 'test.other', {}));
  await sql`
    update graphile_worker._private_jobs set locked_by = 'pool-dead', locked_at = now()
    where locked_by is null
  `.execute(db);
  assert.deepEqual(await releaseDeadWorkers(db), ['pool-dead']);
  const { rows } = await sql<{ name: string }>`
    select task_identifier as name from graphile_worker.jobs where locked_by is null
  `.execute(db);
  assert.deepEqual(rows, [{ name: 'test.other' }]);
  held.resolve();
  await worker.stop();
});

test('a worker whose connections are all cut goes on working', async () => {
  const worker = await aWorker({ reactions: [writes] });
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()
  `.execute(db);
  const done = once(worker.ended, 'test.writes');
  await db.transaction().execute((tx) => tell(tx, 'platform.test_said', { word: 'after the cut' }));
  await done;
  await worker.stop();
});

test('a job that its worker took but never heard of is freed, one that it works on is not', async () => {
  await sql`delete from graphile_worker._private_jobs`.execute(db);
  await db.transaction().execute((tx) => enqueue(tx, 'test.lost', {}, { queue: 'lost' }));
  await db.transaction().execute((tx) => enqueue(tx, 'test.working', {}));
  await sql`
    update graphile_worker._private_jobs set locked_by = 'pool-me', locked_at = now() - interval '1 minute'
  `.execute(db);
  await sql`
    update graphile_worker._private_job_queues
    set locked_by = 'pool-me', locked_at = now() - interval '1 minute'
    where queue_name = 'lost'
  `.execute(db);
  const { rows } = await sql<{ id: string }>`
    select id::text from graphile_worker.jobs where task_identifier = 'test.working'
  `.execute(db);
  assert.equal(await freeLostJobs(db, ['pool-me'], [rows[0]?.id ?? '']), 2);
  assert.equal(await freeLostJobs(db, ['pool-me'], [rows[0]?.id ?? '']), 0);
});

test('a cron that names no job, and two of one name, are refused at the start', async () => {
  const cron = { name: 'test.cron', schedule: '* * * * *', job: 'test.missing' };
  await assert.rejects(aWorker({ crons: [cron] }), /names the job test.missing/);
});

test('a deed that enqueues two new jobs while a worker starts is not taken for a deadlock', async () => {
  const names = ['test.new_a', 'test.new_b'] as const;
  const jobs = names.map((name): Job => ({ name, parse: (value) => value, run: () => Promise.resolve() }));
  const { worker } = await db.transaction().execute(async (tx) => {
    // The first to look is the one that is ended: the deed.
    await sql`set local deadlock_timeout = '20ms'`.execute(tx);
    await enqueue(tx, 'test.new_b', {});
    const worker = aWorker({ jobs });
    worker.catch(() => undefined);
    // Until somebody waits for what this transaction holds.
    const isAnyWaiting = () => sql`select from pg_locks where not granted`.execute(db);
    while ((await isAnyWaiting()).rows.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await enqueue(tx, 'test.new_a', {});
    // In an object, since a promise by itself would be waited for before the commit.
    return { worker };
  });
  const { attempts, ended, stop } = await worker;
  while (attempts.length < names.length) await Promise.race(names.map((name) => once(ended, name)));
  assert.deepEqual(attempts.map(({ name }) => name).toSorted(), names);
  await stop();
});
