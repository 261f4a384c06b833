import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { sql } from 'kysely';
import { z } from 'zod';
import { testDatabase } from '../../../test/database.ts';
import { folderStore } from '../files/index.ts';
import { runDueJobs } from '../jobs/index.ts';
import { beginWork, cancelWork, listWork, openWorkFile, readWork, type WorkKind, workJob } from './index.ts';

const connection = await testDatabase();
const { db } = connection;
const files = folderStore(await mkdtemp(join(tmpdir(), 'work-')));
const now = Temporal.Instant.from('2026-11-27T08:00:00Z');
const startedBy = 'staff:0199a000-0000-7000-8000-000000000001';

type Counting = { readonly to: number };
const counting = (each?: (done: number) => Promise<void>): WorkKind<Counting> => ({
  name: 'test.count',
  parse: z.object({ to: z.int() }).parse,
  run: async ({ report }, { to }) => {
    for (let done = 1; done <= to; done++) {
      await each?.(done);
      if (!(await report({ done, total: to }))) return { result: { counted: done } };
    }
    const file = { name: 'count.csv', mime: 'text/csv', content: Buffer.from('1\n2\n') };
    return { result: { counted: to }, file };
  },
});

const begin = (kind: WorkKind<Counting>, payload: object = { to: 3 }) =>
  db.transaction().execute((tx) => beginWork(tx, kind, { title: 'Count', startedBy, payload, now }));

const run = (kind: WorkKind<Counting>) =>
  runDueJobs({ connection, files, jobs: [workJob(kind)], mayFail: true });

test('work that is begun is done, says how far it came, and leaves a file', async () => {
  const id = await begin(counting());
  assert.equal((await readWork(db, id))?.state, 'waiting');
  await run(counting());
  const work = await readWork(db, id);
  assert.deepEqual([work?.state, work?.done, work?.total, work?.result], ['done', 3, 3, { counted: 3 }]);
  assert.equal(work?.fileName, 'count.csv');
  const file = await openWorkFile(files, id);
  assert.equal(file && (await text(file.stream)), '1\n2\n');
  assert.equal((await listWork(db, { startedBy, limit: 10 }))[0]?.id, id);
  assert.deepEqual(await listWork(db, { startedBy: 'staff:else', limit: 10 }), []);
});

test('work that nobody has begun is cancelled at once, and its job does nothing', async () => {
  const id = await begin(counting());
  const cancelled = await db.transaction().execute((tx) => cancelWork(tx, { id, now }));
  assert.deepEqual(cancelled, { ok: true, value: { state: 'cancelled' } });
  await run(counting(() => assert.fail('it ran')));
  assert.equal((await readWork(db, id))?.state, 'cancelled');
});

test('work under way ends when it is cancelled, and says what it had done', async () => {
  const cancelling = counting(async (done) => {
    if (done === 2) await db.transaction().execute((tx) => cancelWork(tx, { id, now }));
  });
  const id = await begin(cancelling, { to: 2 });
  await run(cancelling);
  const work = await readWork(db, id);
  assert.deepEqual([work?.state, work?.result], ['cancelled', { counted: 2 }]);
  const again = await db.transaction().execute((tx) => cancelWork(tx, { id, now }));
  assert.equal(again.ok ? 'cancelled' : again.refusal.code, 'not_found');
});

test('work that fails is tried again, and says why it failed only after the last try', async () => {
  const failing = counting(async () => {
    throw new Error('the disk is full');
  });
  const id = await begin(failing);
  await run(failing);
  assert.deepEqual([(await readWork(db, id))?.state, (await readWork(db, id))?.failure], ['running', '']);
  for (let attempt = 2; attempt <= 3; attempt++) {
    await sql`update graphile_worker._private_jobs set run_at = now()`.execute(db);
    await run(failing);
  }
  const work = await readWork(db, id);
  assert.deepEqual([work?.state, work?.failure], ['failed', 'the disk is full']);
});

test('a payload that its kind cannot read begins nothing', async () => {
  await assert.rejects(begin(counting(), { to: 'many' }));
});
