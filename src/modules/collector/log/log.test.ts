import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk } from '../../../kernel/index.ts';
import { type FileStore, folderStore } from '../../../platform/files/index.ts';
import { newId } from '../../../platform/id.ts';
import { runDueJobs } from '../../../platform/jobs/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { collectorJobs, collectorReactions, listEventParts, openCollector } from '../index.ts';
import { aFileStore, NOW, readLog, SHOPPER, someEvents } from '../testing/a-collector.ts';
import { forgetCustomer } from './forget-customer.ts';
import { logEvents } from './log-events.ts';
import { mergeParts } from './merge-parts.ts';
import { partFiles } from './part.ts';
import { tidyLog } from './tidy-log.ts';

const connection = await testDatabase();
const { db } = connection;
const collector = openCollector(connection);
const { files, remove } = await aFileStore();
after(async () => {
  await collector.close();
  await remove();
});

const run = (through: FileStore = files) => logEvents({ db, files: through }, { now: NOW });
const ids = async () => (await readLog(connection, files)).map(({ id }) => id);

async function collect(events: ReturnType<typeof someEvents>): Promise<string[]> {
  const sender = { ...SHOPPER, visitorId: 'v', ip: `10.0.0.${Math.ceil(Math.random() * 250)}` };
  expectOk(await collector.collect({ events, sender, now: NOW }));
  return events.map(({ id }) => id);
}

async function inboxSize(): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`select count(*) as count from collector.inbox`.execute(db);
  return Number(rows[0]?.count);
}

async function counted(): Promise<bigint> {
  return (await listEventParts(db)).reduce((sum, { events }) => sum + events, 0n);
}

const allFiles = () => Array.fromAsync(partFiles(files));

test('what waits is in the log by the day it happened, every column as it came', async () => {
  const params = {
    page_location: 'https://shop.example/a?utm_source=news&utm_medium=email',
    ...{ currency: 'EUR', value: 12.5, items: [{ item_id: 'größe "L"', price: 12.5, quantity: 2 }] },
    ...{ results: 3, tone: 'blue', engagement_time_msec: 1_500 },
  };
  const happenedAt = Temporal.Instant.from('2026-11-26T23:59:59.999Z');
  const [id] = await collect(someEvents(1, { name: 'view_item', happenedAt, params }));
  await collect(someEvents(2));
  assert.equal(await run(), 3);
  assert.equal(await inboxSize(), 0);
  const parts = await listEventParts(db);
  assert.deepEqual(
    parts.map(({ day, events }) => `${day} ${events}`),
    ['2026-11-26 1', '2026-11-27 2'],
  );
  assert.match(parts[0]?.key ?? '', /^events\/2026-11-26\/\d{12}\.parquet$/);
  const row = (await readLog(connection, files)).find((one) => one['id'] === id);
  const known = Object.entries(row ?? {}).filter(([, value]) => value !== null);
  assert.deepEqual(Object.fromEntries(known), {
    ...{ id, name: 'view_item', mode: 'consented', visitor: 'v', path: '/a', part: parts[0]?.lastNumber },
    ...{ happened_at: happenedAt, arrived_at: NOW, source: 'news', medium: 'email', currency: 'EUR' },
    ...{ value_minor: 1_250n, items: '[{"item_id":"größe \\"L\\"","price_minor":1250,"quantity":2}]' },
    ...{ results: 3, engaged_ms: 1_500n, data: '{"tone":"blue"}' },
    ...{ device: 'desktop', browser: 'Firefox', os: 'Linux' },
  });
});

test('the same event again changes nothing, however it comes again', async () => {
  const [event] = someEvents(1);
  assert.ok(event);
  await collect([event, event]);
  await collect([event]);
  await run();
  await collect([event]);
  assert.equal(await run(), 1);
  await collect([event, ...someEvents(1)]);
  assert.equal(await run(), 2);
  assert.equal((await ids()).filter((id) => id === event.id).length, 1);
  assert.equal(await inboxSize(), 0);
});

type Put = FileStore['put'];

/** The store, with a `put` that fails before or after it wrote. */
function broken(when: 'before' | 'after', at: number): FileStore {
  let puts = 0;
  const put: Put = async (...asked) => {
    puts += 1;
    if (puts === at && when === 'before') throw new Error('killed');
    const stored = await files.put(...asked);
    if (puts === at) throw new Error('killed');
    return stored;
  };
  return { ...files, put };
}

const BREAK = {
  'at the removal from the inbox': ['inbox', 'before delete', ''],
  'at the commit of the removal': ['inbox', 'after delete', 'deferrable initially deferred'],
  'at the row of the part': ['part', 'before insert', ''],
  'at the commit of the part': ['part', 'after insert', 'deferrable initially deferred'],
} as const;

async function breaking(step: keyof typeof BREAK, work: () => Promise<unknown>): Promise<void> {
  const [table, when, deferred] = BREAK[step];
  const kind = deferred === '' ? 'trigger' : 'constraint trigger';
  await sql`create function collector.kill() returns trigger language plpgsql as $$
    begin raise exception 'killed'; end $$`.execute(db);
  await sql
    .raw(`create ${kind} kill ${when} on collector.${table} ${deferred} for each row
      execute function collector.kill()`)
    .execute(db);
  await assert.rejects(work(), /killed/, step);
  await sql`drop function collector.kill() cascade`.execute(db);
}

test('killed at any step, the log loses and doubles nothing', async () => {
  const yesterday = Temporal.Instant.from('2026-11-26T12:00:00Z');
  const two = () => [...someEvents(3), ...someEvents(2, { happenedAt: yesterday })];
  const expected = new Set(await ids());
  const steps: [about: string, work: () => Promise<unknown>][] = [
    ['before the first file', () => assert.rejects(run(broken('before', 1)), /killed/)],
    ['after the first file', () => assert.rejects(run(broken('after', 1)), /killed/)],
    ['before the second file', () => assert.rejects(run(broken('before', 2)), /killed/)],
    ['after the second file', () => assert.rejects(run(broken('after', 2)), /killed/)],
    ...(Object.keys(BREAK) as (keyof typeof BREAK)[]).map((step): [string, () => Promise<unknown>] => [
      step,
      () => breaking(step, () => run()),
    ]),
  ];
  for (const [about, work] of steps) {
    const sent = await collect(two());
    await work();
    assert.equal(await inboxSize(), 5, about);
    assert.equal(await counted(), BigInt(expected.size), `${about}: nothing counts yet`);
    for (const id of sent) expected.add(id);
    assert.equal(await run(), 5, about);
    assert.deepEqual((await ids()).toSorted(), [...expected].toSorted(), about);
  }
});

test('two runs at once log everything once', async () => {
  const before = (await ids()).length;
  await collect(someEvents(200));
  const counts = await Promise.all([run(), run(), run()]);
  assert.equal(
    counts.reduce((sum, count) => sum + count, 0),
    200,
  );
  const after = await ids();
  assert.deepEqual([after.length - before, new Set(after).size], [200, after.length]);
});

test('parts of a day become one with the same events, and a reader goes on where it was', async () => {
  const cursor = (await listEventParts(db)).at(-1)?.lastNumber ?? 0n;
  const sent = await collect(someEvents(2));
  await run();
  const before = await readLog(connection, files);
  const tomorrow = NOW.add({ hours: 24 });
  await breaking('at the commit of the part', () =>
    mergeParts({ db, files }, { of: 'days_over', now: tomorrow }),
  );
  assert.deepEqual(await readLog(connection, files), before);
  assert.equal(await mergeParts({ db, files }, { of: 'today', now: NOW }), 0, 'too few to be worth it');
  assert.ok((await mergeParts({ db, files }, { of: 'days_over', now: tomorrow })) > 4);
  const parts = await listEventParts(db);
  assert.deepEqual(parts.map(({ day }) => `${day}`).toSorted(), ['2026-11-26', '2026-11-27']);
  assert.deepEqual(await readLog(connection, files), before);
  const unread = await listEventParts(db, { after: cursor });
  assert.deepEqual(
    unread.map(({ day }) => `${day}`),
    ['2026-11-27'],
  );
  const fresh = before.filter(({ part }) => typeof part === 'bigint' && part > cursor);
  assert.deepEqual(fresh.map(({ id }) => id).toSorted(), sent.toSorted());
});

test('files that do not count are removed when nobody can be at work on them any more', async () => {
  await collect(someEvents(1));
  await run();
  const live = (await listEventParts(db)).length;
  const keys = (await allFiles()).length;
  assert.ok(keys > live + 4, 'replaced parts and those of killed runs are there');
  assert.equal(await tidyLog({ db, files }, NOW.add({ hours: 23 })), 0);
  const killed = await tidyLog({ db, files }, NOW.add({ hours: 25 }));
  assert.ok(killed > 0 && (await allFiles()).length === keys - killed);
  const { rows } = await sql<{ key: string }>`select key from collector.part`.execute(db);
  assert.equal(rows.length, keys - killed);
  await tidyLog({ db, files }, NOW.add({ hours: 24 * 9 }));
  assert.equal((await allFiles()).length, live);
  assert.equal((await readLog(connection, files)).length, new Set(await ids()).size);
});

test('an erased customer is taken out of everything, and what they did stays', async () => {
  const [ada, bob] = [newId<'customer'>(), newId<'customer'>()];
  const visit = async (customerId: string, userAgent = SHOPPER.userAgent) => {
    const sender = { ...SHOPPER, visitorId: `v-${customerId}`, customerId, ip: '10.9.9.9', userAgent };
    expectOk(await collector.collect({ events: someEvents(2), sender, now: NOW }));
  };
  await visit(ada);
  await visit(bob);
  await run();
  await visit(ada);
  await visit(ada, 'curl/8');
  const before = await readLog(connection, files);
  const numbers = async () => (await listEventParts(db)).map(({ lastNumber }) => lastNumber);
  const parts = await numbers();
  await db.transaction().execute((tx) => tell(tx, 'customers.erased', { customerId: ada }));
  await runDueJobs({ connection, files, jobs: collectorJobs, reactions: collectorReactions });
  const after = await readLog(connection, files);
  const nobody = { customer_id: null, mode: 'consented' };
  const expected = before.map((row) => (row['customer_id'] === ada ? { ...row, ...nobody } : row));
  assert.deepEqual(
    after.filter(({ id }) => expected.some((row) => row['id'] === id)),
    expected,
  );
  assert.equal(expected.filter(({ customer_id }) => customer_id === bob).length, 2);
  assert.deepEqual((await numbers()).slice(0, parts.length), parts, 'readers do not read them again');
  await run();
  const { rows } = await sql`
    select event from collector.quarantine where event like ${`%"customer_id":"${ada}"%`}`.execute(db);
  assert.deepEqual(rows, []);
  const theirs = (await readLog(connection, files)).filter(({ visitor }) => visitor === `v-${ada}`);
  assert.deepEqual(
    theirs.map(({ customer_id, mode }) => ({ customer_id, mode })),
    Array.from({ length: 4 }, () => nobody),
  );
});

test('a run of the log that has read an erased customer already is overtaken', async () => {
  const customerId = newId<'customer'>();
  const sender = { ...SHOPPER, visitorId: 'v-late', customerId, ip: '10.9.9.8' };
  expectOk(await collector.collect({ events: someEvents(1), sender, now: NOW }));
  // While the part is being written.
  const put: Put = async (...asked) => {
    await forgetCustomer({ db, files }, { customerId, now: NOW });
    return files.put(...asked);
  };
  assert.equal(await run({ ...files, put }), 0);
  assert.equal(await run(), 1);
  const [event] = (await readLog(connection, files)).filter(({ visitor }) => visitor === 'v-late');
  assert.equal(event?.['customer_id'], null);
});

test('a part that the store has lost is an error, not an empty day', async () => {
  await collect(someEvents(1));
  const empty = folderStore('/nowhere/at/all');
  await assert.rejects(run(empty), /has no file events/);
});
