import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { runDueJobs } from '../../platform/jobs/index.ts';
import { type ProductDraft, readProductByHandle, saveProducts } from './index.ts';
import { publishSinceLastTime } from './publish-due.ts';
import { catalogCrons, catalogJobs } from './tasks.ts';

const connection = await testDatabase();
const { db } = connection;
const at = (time: string) => Temporal.Instant.from(`2026-11-23T${time}:00Z`);
await sql`update catalog.publication_watermark set seen_until = ${at('08:00').toString()}`.execute(db);

const save = (draft: ProductDraft, now: Temporal.Instant) =>
  db.transaction().execute((tx) => saveProducts(tx, { drafts: [draft], now, cause: 'test' }));

async function publish(now: Temporal.Instant): Promise<string[]> {
  const ids = await db.transaction().execute((tx) => publishSinceLastTime(tx, now));
  const { rows } = await sql<{ handle: string }>`
    select handle from catalog.product where id = any(${ids}::uuid[]) order by handle`.execute(db);
  return rows.map((row) => row.handle);
}

test('each beginning and each end of publication is told once, however late the look', async () => {
  const now = at('08:00');
  const status = 'active' as const;
  await save({ handle: 'nine', title: 'Nine', status, publishAt: at('09:00') }, now);
  await save({ handle: 'ten', title: 'Ten', status, publishAt: at('09:30'), unpublishAt: at('10:00') }, now);
  await save({ handle: 'draft', title: 'Draft', publishAt: at('09:00') }, now);
  await save({ handle: 'at-once', title: 'At once', status }, now);
  assert.deepEqual(await publish(at('08:59')), []);
  assert.deepEqual(await publish(at('09:00')), ['nine']);
  assert.deepEqual(await publish(at('09:00')), []);
  assert.deepEqual(await publish(at('11:00')), ['ten']);
  assert.deepEqual(await publish(at('12:00')), []);
  assert.deepEqual(await publish(at('08:00')), [], 'a clock set back tells nothing again');
  assert.equal((await readProductByHandle(db, 'nine'))?.publishedAt?.toString(), at('09:00').toString());
  assert.equal((await readProductByHandle(db, 'at-once'))?.publishedAt?.toString(), now.toString());
});

test('a product saved while its time came is caught by the next look', async () => {
  await save({ handle: 'close', title: 'Close', status: 'active', publishAt: at('12:00') }, at('11:59'));
  assert.deepEqual(await publish(at('12:01')), ['close']);
});

test('a look is asked for at the very moment, once for all products of that moment', async () => {
  const now = at('13:00');
  for (const handle of ['one', 'two']) {
    await save(
      { handle, title: handle, status: 'active', publishAt: at('14:00'), unpublishAt: at('15:00') },
      now,
    );
  }
  const { rows } = await sql<{ run_at: Temporal.Instant }>`
    select run_at from graphile_worker.jobs
    where task_identifier = 'catalog.publish_due' and run_at >= ${at('14:00').toString()}
    order by run_at`.execute(db);
  assert.deepEqual(
    rows.map((row) => row.run_at.toString()),
    [at('14:00').toString(), at('15:00').toString()],
  );
  assert.deepEqual(
    catalogCrons.map(({ job }) => job),
    catalogJobs.map(({ name }) => name),
  );
});

test('the worker publishes what came due', async () => {
  const ago = (hours: number) => Temporal.Now.instant().subtract({ hours }).round('second');
  await sql`update catalog.publication_watermark set seen_until = ${ago(3).toString()}`.execute(db);
  await save({ handle: 'real', title: 'Real', status: 'active', publishAt: ago(1) }, ago(2));
  const attempts = await runDueJobs({ connection, jobs: catalogJobs });
  assert.ok(attempts.some(({ name }) => name === 'catalog.publish_due'));
  assert.ok((await readProductByHandle(db, 'real'))?.publishedAt);
  const { rows } = await sql<{ cause: string }>`
    select payload->>'cause' as cause from platform.outbox order by id desc limit 1`.execute(db);
  assert.equal(rows[0]?.cause, 'publication');
});
