import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { OrderFacts, StockFact } from '../facts/sources.ts';
import { aWorld, type Random, randomOf, shuffled } from '../testing/a-world.ts';
import { anEntry, anOrder, aProduct, moment, type Planted, plantedSources } from '../testing/planted.ts';
import { type Analytics, openAnalytics } from './open-analytics.ts';
import { CONTENT } from './schema.ts';

const folder = await mkdtemp(join(tmpdir(), 'institor-analytics-'));
after(() => rm(folder, { recursive: true, force: true }));
const NOW = moment('2026-11-27T12:00:00Z');

test('fed in pieces, in any order and cut anywhere, it is what one feeding from nothing makes', async () => {
  await compareWithRebuilt(1);
});

async function compareWithRebuilt(seed: number): Promise<void> {
  const random = randomOf(seed);
  const world = aWorld(random);
  const planted = plantedSources(folder);
  const options = {
    folder: join(folder, `pieces-${seed}`),
    zone: 'Europe/Berlin',
    memoryMb: 256,
    pageSize: 12,
  };
  let isBroken = false;
  const sources = failing(planted.sources, () => isBroken && random() < 0.3);
  let analytics = await openAnalytics({ ...options, sources });
  const waiting = {
    entries: [...world.entries],
    postings: [...world.postings],
    history: [...world.history],
    parts: shuffled(random, [...world.parts]),
  };
  for (const order of world.orders) planted.orders.set(order.orderId, discounted(order));
  planted.list(aProduct('cup', { brand: 'Halden', collections: ['Gifts', 'New'] }), aProduct('old'));
  planted.stock.push(aStock('cup-red', 3), aStock('hat-red', 0));
  while (waiting.entries.length + waiting.postings.length + waiting.parts.length > 0) {
    if (random() < 0.5) planted.entries.push(...waiting.entries.splice(0, Math.floor(random() * 30)));
    if (random() < 0.5) planted.history.push(...waiting.history.splice(0, 3));
    if (random() < 0.5) planted.postings.push(...waiting.postings.splice(0, Math.floor(random() * 30)));
    if (random() < 0.3) planted.spend.push(...world.spend.splice(0, 4));
    if (random() < 0.3) planted.list(...someProducts(random));
    if (random() < 0.5) pay(planted, world.orders[Math.floor(random() * world.orders.length)], random);
    const part = random() < 0.5 ? waiting.parts.pop() : undefined;
    if (part !== undefined) await planted.logPart(part.name, part.events);
    isBroken = random() < 0.5;
    await analytics.feed(NOW).catch((error: Error) => assert.match(error.message, /broke off/));
    if (random() < 0.2) {
      await analytics.close();
      analytics = await openAnalytics({ ...options, sources });
    }
  }
  isBroken = false;
  planted.history.push(...waiting.history);
  planted.spend.push(...world.spend);
  await analytics.feed(NOW);
  // Guests turn out to be customers, and parts of the log are put into one.
  for (const order of world.orders)
    planted.orders.set(order.orderId, discounted({ ...order, ...world.later(order) }));
  planted.history.splice(3, 2);
  planted.reviseHistory();
  planted.markets.push({ code: 'world', countries: [] });
  planted.list({ ...aProduct('hat'), variants: [] }, aProduct('new', { sku: 'pot-9', collections: ['New'] }));
  await analytics.refresh();
  const days = Map.groupBy(world.parts, ({ name }) => name.slice(0, 3));
  for (const [day, parts] of days) {
    await planted.mergeParts(
      `${day}-whole`,
      parts.map(({ name }) => name),
    );
  }
  planted.stock.push(aStock('pot-red', 1));
  await analytics.feed(NOW.add({ minutes: 5 }));

  const whole = await openAnalytics({
    ...options,
    sources,
    folder: join(folder, `whole-${seed}`),
    pageSize: 10_000,
  });
  await whole.feed(NOW);
  await assertSame(analytics, whole);
  assert.ok((await contentOf(whole, 'session')).length > 20);
  await analytics.rebuild(NOW);
  await assertSame(analytics, whole);
  await Promise.all([analytics.close(), whole.close()]);
}

async function assertSame(one: Analytics, other: Analytics): Promise<void> {
  for (const table of Object.keys(CONTENT)) {
    const [a, b] = [await contentOf(one, table), await contentOf(other, table)];
    assert.ok(b.length > 0, `${table} is empty`);
    assert.deepEqual(a, b, `${table} differs`);
  }
}

async function contentOf(analytics: Analytics, table: string): Promise<string[]> {
  const rows = await analytics.rows(`select * from ${table} order by ${CONTENT[table]}`);
  return rows.map((row) =>
    Object.entries(row)
      .map(([name, cell]) => `${name}=${String(cell)}`)
      .join(' '),
  );
}

test('days and hours are the shop’s, and another zone is another warehouse', async () => {
  const planted = plantedSources(folder);
  planted.orders.set('a', anOrder({ orderId: 'a' }));
  planted.entries.push(anEntry({ orderId: 'a', at: '2026-12-30T10:30:00Z', grossMinor: 100n }));
  const options = { folder: join(folder, 'zones'), sources: planted.sources, memoryMb: 128 };
  const days = [];
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu']) {
    const analytics = await openAnalytics({ ...options, zone });
    assert.equal(await analytics.asOf(), undefined, 'nothing was taken over from another zone');
    await analytics.feed(NOW);
    assert.equal(String(await analytics.asOf()), String(NOW));
    const [row] = await analytics.rows('select day, hour from sale');
    days.push([zone, String(row?.['day']), row?.['hour']]);
    await analytics.close();
  }
  assert.deepEqual(days, [
    ['Pacific/Kiritimati', '2026-12-31', 0],
    ['Pacific/Pago_Pago', '2026-12-29', 23],
    ['Asia/Kathmandu', '2026-12-30', 16],
  ]);
  await assert.rejects(openAnalytics({ ...options, zone: "UTC'; drop table sale; --" }), /is no time zone/);
});

test('the warehouse answers while it is made anew', async () => {
  const planted = plantedSources(folder);
  planted.orders.set('a', anOrder({ orderId: 'a' }));
  planted.entries.push(anEntry({ orderId: 'a', at: '2026-12-30T10:30:00Z', grossMinor: 100n }));
  const options = { folder: join(folder, 'beside'), sources: planted.sources, zone: 'UTC', memoryMb: 128 };
  const analytics = await openAnalytics(options);
  await analytics.feed(NOW);
  let isDone = false;
  const rebuilt = analytics.rebuild(NOW).finally(() => {
    isDone = true;
  });
  let asked = 0;
  while (!isDone) {
    assert.deepEqual(await analytics.rows('select gross_minor from sale'), [{ gross_minor: 100n }]);
    asked += 1;
  }
  await rebuilt;
  assert.ok(asked > 1);
  await analytics.close();
});

function discounted(order: OrderFacts): OrderFacts {
  const lines = order.lines.map((line) => {
    return { ...line, discounts: [{ promotionId: 'tenth', name: 'A tenth', amountMinor: 10n }] };
  });
  return { ...order, lines };
}

let turn = 0n;

/** Somebody tries to pay an order, or what is known of an attempt changes; and something comes back. */
function pay(planted: Planted, order: OrderFacts | undefined, random: Random): void {
  if (order === undefined) return;
  const { orderId, currency, lines } = order;
  turn += 1n;
  const at = { xid: turn / 2n, id: turn, orderId };
  const about = { provider: 'stripe', mode: 'in_page', currency, amountMinor: 100n, happenedAt: NOW };
  const result = random() < 0.5 ? 'declined' : 'captured';
  planted.tries.push({ ...at, ...about, paymentId: `of ${orderId}`, result, reason: undefined });
  for (const { lineId } of lines) {
    const asked = { returnId: `of ${orderId}`, lineId, requestedAt: NOW, reason: 'late', quantity: 1 };
    planted.returned.push({ ...at, ...asked, state: random() < 0.5 ? 'requested' : 'received' });
  }
}

function aStock(variantId: string, onHand: number): StockFact {
  const out = { from: Temporal.PlainDate.from('2026-03-21'), to: undefined };
  return { variantId, onHand, available: onHand, outs: onHand === 0 ? [out] : [] };
}

/** The same sources, which break off now and then. */
function failing<Sources extends Parameters<typeof openAnalytics>[0]['sources']>(
  sources: Sources,
  fails: () => boolean,
) {
  const broken = <Args extends unknown[], Value>(read: (...args: Args) => Promise<Value>) => {
    return async (...args: Args) => {
      if (fails()) throw new Error('the source broke off');
      return read(...args);
    };
  };
  return {
    ...sources,
    salesEntries: broken(sources.salesEntries),
    postings: broken(sources.postings),
    paymentTries: broken(sources.paymentTries),
    returnedLines: broken(sources.returnedLines),
    orderFacts: broken(sources.orderFacts),
    channelOf: (from: Parameters<Sources['channelOf']>[0]) => {
      if (fails()) throw new Error('the rule broke off');
      return sources.channelOf(from);
    },
  };
}

/** What may happen to a catalogue: a hat comes, goes, or is called otherwise, and a SKU is another product's. */
function someProducts(random: Random) {
  const sku = random() < 0.5 ? 'pot-9' : 'old-1';
  const hat = aProduct('hat', { title: `Hat ${Math.floor(random() * 3)}`, category: 'Clothes › Hats' });
  return [aProduct('old', { sku }), random() < 0.3 ? { ...hat, variants: [] } : hat];
}
