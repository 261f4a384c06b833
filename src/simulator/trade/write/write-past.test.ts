import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase, testServer } from '../../../../test/database.ts';
import { parseId } from '../../../kernel/index.ts';
import {
  countDecisions,
  listEventParts,
  readDropped,
  readLogRevision,
} from '../../../modules/collector/index.ts';
import { listImports, readHistoryLines, readPastPayments } from '../../../modules/history/index.ts';
import { RETURN_REASONS } from '../../../modules/orders/index.ts';
import { folderStore } from '../../../platform/files/index.ts';
import { runDueJobs } from '../../../platform/jobs/index.ts';
import { pieceworkJobs, readWork } from '../../../platform/work/index.ts';
import { readDemoData } from '../../removal/demo-data.ts';
import { beginRecord } from '../../removal/record.ts';
import { beginRemoval, removeDemo } from '../../removal/remove-demo.ts';
import { saveSettings } from '../../seed/save-settings.ts';
import { demoWorld } from '../../world/demo-world.ts';
import { SHOP } from '../../world/shop.ts';
import { eventsOf } from '../events/events-of.ts';
import { totalOf } from '../payments.ts';
import { shelfOf } from '../shelf.ts';
import { tradeOf } from '../trade.ts';
import { TRUTHS } from '../truths.ts';
import { askForPast, isPastWanted } from './ask-for-past.ts';
import { ordersText } from './orders-file.ts';
import { ORIGIN } from './origin.ts';
import { readPast } from './past-store.ts';
import { pastJobs } from './past-work.ts';
import { writeApart } from './write-apart.ts';
import { writePast } from './write-past.ts';

const connection = await testDatabase();
const { db } = connection;
const folder = await mkdtemp(join(tmpdir(), 'institor-past-test-'));
const files = folderStore(folder);
after(() => rm(folder, { recursive: true, force: true }));
const PROGRAM = join(import.meta.dirname, '../testing/past-program.ts');
const {
  rows: [{ name = '' } = {}],
} = await sql<{ name: string }>`select current_database() as name`.execute(db);
const apart = { program: [PROGRAM, testServer(), name, folder], environment: process.env } as const;
// In Hamburg it is the next day already.
const now = Temporal.Instant.from('2026-06-28T22:30:00Z');
const world = demoWorld(1);
const stockOut = { ...TRUTHS.stockOut, daysBefore: 12, days: 3 };
const truths = { ...TRUTHS, days: 21, stockOut };
const past = { seed: 1, lastDay: Temporal.PlainDate.from('2026-06-28') };
const days = [...tradeOf({ world, ...past, zone: SHOP.timeZone, truths })];
const shop = { seed: 1, origin: ORIGIN, productIds: new Map<string, string>(), collections: ['sale'] };
const events = days.flatMap(({ visits }) => visits.flatMap((visit) => eventsOf(visit, shop)));

async function counts() {
  const parts = await listEventParts(db);
  const lines = (await Array.fromAsync(readHistoryLines(db))).flat();
  return { events: Number(parts.reduce((sum, part) => sum + part.events, 0n)), lines: lines.length };
}

test('only the demo shop has a past, and asks for it once', async () => {
  assert.equal(await isPastWanted(db), false, 'a shop that nobody has filled');
  await beginRecord(connection, now);
  assert.equal(await isPastWanted(db), false, 'a shop of another name');
  await saveSettings(connection, world);
  const id = await askForPast(connection, { seed: 1, now: now.add({ hours: 48 }) });
  assert.ok(id);
  assert.equal((await readPast(db))?.lastDay.toString(), '2026-06-28', 'the day before it was opened');
  assert.equal(await askForPast(connection, { seed: 1, now }), undefined);
});

test('a past that was cut off goes on, and nothing of it is there twice', async () => {
  const report = async ({ done }: { readonly done: number }) => {
    if (done >= 12) throw new Error('killed');
    return true;
  };
  await assert.rejects(
    writeApart(apart)({ connection, files }, { past, truths, eventsAtOnce: 10_000, now, report }),
    /killed/,
  );
  const half = await counts();
  assert.ok(half.events > 0 && half.events < events.length, `${half.events} of ${events.length}`);
  assert.equal(half.lines, 0);
  const id = await askedWork();
  await runDueJobs({ connection, files, jobs: pastJobs(connection, { truths, write: writeApart(apart) }) });
  const work = await readWork(db, id);
  assert.ok(work);
  assert.equal(work.state, 'done', work.failure);
  const { summary } = (await listImports(db))[0] ?? {};
  const orders = days.reduce((sum, day) => sum + day.orders.length, 0);
  const refunds = days.reduce((sum, day) => sum + day.refunds.length, 0);
  assert.equal(summary?.documents, orders + refunds);
  assert.equal(work.result['events'], events.length - half.events);
  const whole = await counts();
  assert.equal(whole.events, events.length);
  const again = await writePast({ connection, files }, { past, truths, now, report: async () => true });
  assert.equal(again?.events, 0);
  assert.deepEqual(await counts(), whole);
  assert.ok((await readPast(db))?.endedAt);
  assert.deepEqual(await noteTexts(), [`Out of stock: ${shelfOf(world, truths, 1).goods[0]?.title}`]);
});

test('each row is read, and a refund is of the order that it takes back', async () => {
  const lines = (await Array.fromAsync(readHistoryLines(db))).flat();
  const rows = days.map(ordersText).join('').split('\n').length - 1;
  assert.equal(lines.filter((line) => line.class !== 'tax').length, rows);
  const back = lines.filter(({ kind }) => kind === 'refund');
  assert.ok(back.length > 2);
  for (const line of back) assert.equal(`${ORIGIN}:${line.document}`, `${line.order}-R1`);
  const goods = lines.filter((line) => line.class === 'goods');
  assert.ok(goods.every(({ costMillionths }) => costMillionths !== undefined && costMillionths > 0n));
  const sold = new Set(lines.map(({ order }) => order));
  const told = events.flatMap(({ event }) => (event.name === 'purchase' ? [event.orderId] : []));
  assert.ok(told.length > 50 && told.every((order) => order !== undefined && sold.has(order)));
});

test('why goods came back is known, and how all of it was paid', async () => {
  const lines = (await Array.fromAsync(readHistoryLines(db))).flat();
  const back = lines.filter((line) => line.kind === 'refund' && line.class === 'goods');
  assert.ok(back.every(({ reason }) => RETURN_REASONS.some((one) => one === reason)));
  assert.ok(lines.every(({ kind, reason }) => kind === 'refund' || reason === ''));
  const payments = await readPastPayments(db, { limit: 10_000 });
  const orders = days.flatMap((day) => day.orders);
  const captured = payments.filter(({ result }) => result === 'captured');
  assert.deepEqual(
    captured.map(({ document, amountMinor }) => `${document} ${amountMinor}`).toSorted(),
    orders.map((order) => `${order.number} ${totalOf(order)}`).toSorted(),
    'each order was paid once, and to the cent',
  );
  assert.ok(payments.some(({ result, reason }) => result === 'declined' && reason !== ''));
});

test('bots and staff are counted day by day, and those of the last week are in quarantine', async () => {
  const span = { from: past.lastDay.subtract({ days: 40 }), to: past.lastDay.add({ days: 1 }) };
  const dropped = await readDropped(db, span);
  const sum = (of: 'count' | 'held') => dropped.reduce((all, one) => all + Number(one[of]), 0);
  const drawn = days.map(({ aside }) => aside.user_agent + aside.headless + aside.staff);
  const all = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  assert.equal(sum('count'), all(drawn));
  // The shop's days begin two hours before those of UTC.
  assert.ok(sum('held') > all(drawn.slice(-6)) && sum('held') < all(drawn.slice(-8)));
});

const decided = () =>
  countDecisions(db, { from: now.subtract({ hours: 24 * 40 }), to: now.add({ hours: 24 }) });

test('how visitors decided is counted, in no proof of anybody', async () => {
  const { accepted, rejected, withdrawn, bySignal } = await decided();
  const first = days.flatMap(({ visits }) => visits).filter(({ isKnown }) => !isKnown);
  assert.equal(accepted, first.filter(({ shopper }) => shopper.visitor !== undefined).length);
  const others = first.length - accepted;
  assert.ok(Math.abs(rejected / others - TRUTHS.decisions.refused) < 0.05, `${rejected} of ${others}`);
  assert.ok(withdrawn > 0 && withdrawn < accepted * 0.02, `${withdrawn} of ${accepted}`);
  assert.equal(bySignal, 0);
  const { rows } = await sql`select from collector.consent`.execute(db);
  assert.equal(rows.length, 0);
});

test('it goes with the demo, and does not come back', async () => {
  const [part] = await readDemoData(db);
  assert.deepEqual([part?.kind, part?.goes], ['past', ['past']]);
  const before = await readLogRevision(db);
  const about = { title: 'Demo out', startedBy: 'staff:1', now };
  const id = await db.transaction().execute((tx) => beginRemoval(tx, about));
  await runDueJobs({ connection, files, jobs: pieceworkJobs(removeDemo) });
  assert.equal((await readWork(db, id))?.state, 'done');
  assert.deepEqual(await counts(), { events: 0, lines: 0 });
  assert.deepEqual(await noteTexts(), []);
  assert.deepEqual(await decided(), { accepted: 0, rejected: 0, withdrawn: 0, bySignal: 0 });
  assert.deepEqual(await readPastPayments(db, { limit: 9 }), []);
  const span = { from: past.lastDay.subtract({ days: 40 }), to: past.lastDay };
  assert.deepEqual(await readDropped(db, span), []);
  assert.equal(await readLogRevision(db), before + 1n);
  assert.equal(await askForPast(connection, { seed: 1, now }), undefined);
});

async function noteTexts(): Promise<string[]> {
  const { rows } = await connection.pool.query<{ text: string }>('select text from analytics.annotation');
  return rows.map(({ text }) => text);
}

async function askedWork() {
  const { rows } = await connection.pool.query<{ id: string }>('select id from platform.work');
  const id = parseId<'work'>(rows[0]?.id ?? '');
  assert.ok(id);
  return id;
}
