import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { expectOk } from '../../kernel/index.ts';
import { newId } from '../../platform/id.ts';
import { openCollector, readDropped, releaseQuarantine } from './index.ts';
import { deleteSalts } from './store/salts.ts';
import { NOW, SHOPPER, someEvents } from './testing/a-collector.ts';

const connection = await testDatabase();
const { db } = connection;
const collector = openCollector(connection, { mostWaiting: 2_000 });
after(collector.close);

type Line = Record<string, unknown>;

async function waiting(ids: readonly string[]): Promise<Line[]> {
  const { rows } = await sql<{ event: string }>`
    select event from collector.inbox order by seq`.execute(db);
  const lines = rows.map(({ event }): Line => JSON.parse(event));
  return lines.filter(({ id }) => ids.includes(String(id)));
}

async function collectOne(sender: Partial<typeof SHOPPER> & Line = {}, now = NOW, own = {}): Promise<Line> {
  const events = someEvents(1, { happenedAt: now, ...own });
  expectOk(await collector.collect({ events, sender: { ...SHOPPER, ...sender }, now }));
  const [line] = await waiting(events.map(({ id }) => id));
  assert.ok(line);
  return line;
}

const dropped = async (reason: string) => {
  const day = NOW.toZonedDateTimeISO('UTC').toPlainDate();
  const all = await readDropped(db, { from: day, to: day });
  const found = all.find((one) => one.reason === reason);
  return [found?.count ?? 0n, found?.held ?? 0n];
};

test('an event that was acknowledged is committed, with who sent it and nothing that names them', async () => {
  const id = newId();
  const params = {
    page_location: 'https://shop.example/products/mug?gclid=secret',
    ...{ currency: 'EUR', value: 9.5, items: [{ item_id: 'mug', price: 9.5 }] },
  };
  const line = await collectOne({ country: 'DE' }, NOW, { id, name: 'view_item', params });
  const { visitor, ...own } = line;
  assert.match(String(visitor), /^[\w-]{22}$/);
  assert.deepEqual(own, {
    ...{ id, name: 'view_item', mode: 'cookieless', path: '/products/mug', country: 'DE' },
    ...{ happened_at: NOW.epochMilliseconds, arrived_at: NOW.epochMilliseconds },
    ...{ source: 'google', medium: 'cpc', click_id: 'gclid', currency: 'EUR', value_minor: 950 },
    ...{ items: '[{"item_id":"mug","price_minor":950}]', device: 'desktop', browser: 'Firefox', os: 'Linux' },
  });
  assert.doesNotMatch(JSON.stringify(line), /203\.0\.113|secret/);
});

test('a click id keeps its value with consent only, and never against Global Privacy Control', async () => {
  const own = { params: { page_location: 'https://shop.example/?gclid=G1' } };
  const data = async (sender: Line) => (await collectOne(sender, NOW, own))['data'];
  assert.equal(await data({}), undefined);
  assert.equal(await data({ visitorId: 'v1' }), '{"click_value":"G1"}');
  assert.equal(await data({ visitorId: 'v1', hasGpc: true }), '{"gpc":true}');
});

test('who is known how', async () => {
  const table: [sender: Line, expected: Line][] = [
    [{ visitorId: 'v1' }, { mode: 'consented', visitor: 'v1', customer_id: undefined }],
    [
      { visitorId: 'v1', customerId: 'c1' },
      { mode: 'signed_in', visitor: 'v1', customer_id: 'c1' },
    ],
  ];
  for (const [sender, expected] of table) {
    const { mode, visitor, customer_id } = await collectOne(sender);
    assert.deepEqual({ mode, visitor, customer_id }, expected);
  }
  // Without consent who is signed in is nobody in particular.
  const line = await collectOne({ customerId: 'c1' });
  assert.deepEqual([line['mode'], line['customer_id']], ['cookieless', undefined]);
});

test('a visit survives midnight, a visitor does not survive the day', async () => {
  const at = (text: string) => Temporal.Instant.from(`2026-12-${text}:00Z`);
  const ada = { ip: '198.51.100.1' };
  const visitor = async (sender: Line, text: string) => (await collectOne(sender, at(text)))['visitor'];
  const before = await visitor(ada, '01T23:50');
  assert.equal(await visitor(ada, '02T00:10'), before);
  assert.equal(await visitor(ada, '02T00:35'), before);
  const later = await visitor(ada, '02T09:00');
  assert.notEqual(later, before);
  assert.equal(await visitor(ada, '02T09:10'), later);
  assert.notEqual(await visitor({ ip: '198.51.100.2' }, '02T09:10'), later);
  assert.notEqual(await visitor({ ...ada, userAgent: `${SHOPPER.userAgent} x` }, '02T09:10'), later);
  assert.notEqual(await visitor(ada, '03T23:50'), later);
});

test('IPv6 counts by its network, which is a household', async () => {
  const visitor = async (ip: string) => (await collectOne({ ip }))['visitor'];
  assert.equal(await visitor('2001:db8::1'), await visitor('2001:db8::2:3'));
  assert.notEqual(await visitor('2001:db8::1'), await visitor('2001:db8:0:1::1'));
});

test('salts older than yesterday are deleted', async () => {
  await sql`delete from collector.salt`.execute(db);
  const add = (day: string) =>
    sql`insert into collector.salt (day, salt) values (${day}::date, ${Buffer.alloc(32)})`.execute(db);
  for (const day of ['2026-11-20', '2026-11-25', '2026-11-26', '2026-11-27']) await add(day);
  assert.equal(await deleteSalts(db, '2026-11-27'), 2);
  const { rows } = await sql<{ day: Temporal.PlainDate }>`
    select day from collector.salt order by day`.execute(db);
  assert.deepEqual(
    rows.map(({ day }) => day.toString()),
    ['2026-11-26', '2026-11-27'],
  );
});

test('what is wrong is refused by its place and field, counted, and the rest is taken', async () => {
  const [before] = await dropped('invalid');
  const [good, late, wrong, early] = [
    ...someEvents(1),
    ...someEvents(1, { happenedAt: NOW.subtract({ hours: 24 * 35 + 1 }) }),
    ...someEvents(1, { params: { value: 1 } }),
    ...someEvents(1, { happenedAt: NOW.add({ minutes: 2 }) }),
  ];
  assert.ok(good && late && wrong && early);
  const events = [good, late, wrong, early];
  const { accepted, refused } = expectOk(await collector.collect({ events, sender: SHOPPER, now: NOW }));
  assert.equal(accepted, 1);
  assert.deepEqual(
    refused.map(({ index, problems }) => [index, ...problems.map(({ field }) => field)]),
    [
      [1, 'happened_at'],
      [2, 'currency'],
      [3, 'happened_at'],
    ],
  );
  assert.equal((await waiting(events.map(({ id }) => id))).length, 1);
  assert.deepEqual(await dropped('late'), [1n, 0n]);
  assert.equal((await dropped('invalid'))[0], before === undefined ? 2n : before + 2n);
});

test('bots and staff are put aside with why, and can be put back', async () => {
  const senders = [
    { userAgent: 'curl/8.5.0' },
    { isStaff: true },
    { purpose: 'prefetch' },
    { brands: 'Headless' },
  ];
  const events = someEvents(3);
  for (const sender of senders) {
    const batch = { events: someEvents(3), sender: { ...SHOPPER, ...sender }, now: NOW };
    assert.deepEqual(expectOk(await collector.collect(batch)), { accepted: 3, refused: [] });
    assert.deepEqual(await waiting(batch.events.map(({ id }) => id)), []);
  }
  for (const reason of ['user_agent', 'staff', 'prefetch', 'headless']) {
    assert.deepEqual(await dropped(reason), [3n, 3n], reason);
  }
  await collector.collect({ events, sender: { ...SHOPPER, userAgent: 'curl/8.5.0' }, now: NOW });
  const span = { from: NOW, to: NOW.add({ seconds: 1 }) };
  const release = (reason: 'user_agent', from = span) =>
    db.transaction().execute((tx) => releaseQuarantine(tx, { reason, ...from }));
  assert.equal(await release('user_agent', { from: NOW.subtract({ hours: 1 }), to: NOW }), 0);
  assert.equal(await release('user_agent'), 6);
  assert.equal(await release('user_agent'), 0);
  assert.equal((await waiting(events.map(({ id }) => id))).length, 3);
  assert.deepEqual(await dropped('user_agent'), [0n, 0n]);
  assert.deepEqual(await dropped('staff'), [3n, 3n]);
});

test('a visitor who is faster than anybody reads is put aside from then on', async () => {
  const sender = { ...SHOPPER, ip: '192.0.2.99' };
  const send = (count: number) => collector.collect({ events: someEvents(count), sender, now: NOW });
  await send(600);
  assert.deepEqual(await dropped('rate'), [0n, 0n]);
  await send(1);
  assert.deepEqual(await dropped('rate'), [1n, 1n]);
});

test('requests of one moment are one statement, and too much at once is sent back', async () => {
  const transactions = async () => {
    const { rows } = await sql<{ count: string }>`
      select count(distinct xmin::text)::text as count from collector.inbox`.execute(db);
    return Number(rows[0]?.count);
  };
  const before = await transactions();
  const send = () =>
    collector.collect({ events: someEvents(10), sender: { ...SHOPPER, visitorId: newId() }, now: NOW });
  await send();
  const results = await Promise.all(Array.from({ length: 300 }, send));
  const taken = results.filter((result) => result.ok);
  const sentBack = results.filter((result) => !result.ok && result.refusal.code === 'busy');
  assert.deepEqual([taken.length, sentBack.length], [200, 100]);
  assert.ok((await transactions()) - before <= 4, 'they were written in groups');
  // What was sent back is taken when there is room again.
  assert.ok((await send()).ok);
});

test('a database that refuses leaves nothing behind, and the next event is taken', async () => {
  await sql`alter table collector.inbox add constraint broken check (false) not valid`.execute(db);
  const [events, sender] = [someEvents(2), { ...SHOPPER, ip: '192.0.2.50' }];
  await assert.rejects(collector.collect({ events, sender, now: NOW }), /broken/);
  await sql`alter table collector.inbox drop constraint broken`.execute(db);
  assert.deepEqual(await waiting(events.map(({ id }) => id)), []);
  expectOk(await collector.collect({ events, sender, now: NOW }));
  assert.equal((await waiting(events.map(({ id }) => id))).length, 2);
});

test('five thousand events that wait make the log be written at once', async () => {
  const jobs = async () => {
    const { rows } = await sql<{ count: string }>`
      select count(*)::text as count from graphile_worker.jobs where task_identifier = 'collector.log_events'`.execute(
      db,
    );
    return Number(rows[0]?.count);
  };
  await sql`select graphile_worker.complete_jobs(array(
    select id from graphile_worker.jobs where task_identifier = 'collector.log_events'))`.execute(db);
  for (let round = 0; round < 5; round += 1) {
    const sender = { ...SHOPPER, ip: `192.0.2.${round}` };
    await collector.collect({ events: someEvents(1_000), sender, now: NOW });
  }
  assert.equal(await jobs(), 0, 'these are suspect: nothing of them waits');
  for (let round = 0; round < 10; round += 1) {
    const sender = { ...SHOPPER, ip: `198.51.100.${100 + round}` };
    await collector.collect({ events: someEvents(500), sender, now: NOW });
  }
  assert.equal(await jobs(), 1);
});
