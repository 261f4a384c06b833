import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { OrderFacts, StockFact } from '../facts/sources.ts';
import {
  aHistoryLine,
  aLine,
  anEntry,
  anOrder,
  aPosting,
  moment,
  type PlantedEvent,
  plantedSources,
} from '../testing/planted.ts';
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
  for (const order of world.orders) planted.orders.set(order.orderId, order);
  planted.stock.push(aStock('cup-red', 3), aStock('hat-red', 0));
  while (waiting.entries.length + waiting.postings.length + waiting.parts.length > 0) {
    if (random() < 0.5) planted.entries.push(...waiting.entries.splice(0, Math.floor(random() * 30)));
    if (random() < 0.5) planted.history.push(...waiting.history.splice(0, 3));
    if (random() < 0.5) planted.postings.push(...waiting.postings.splice(0, Math.floor(random() * 30)));
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
  await analytics.feed(NOW);
  // Guests turn out to be customers, and parts of the log are put into one.
  for (const order of world.orders) planted.orders.set(order.orderId, { ...order, ...world.later(order) });
  planted.history.splice(3, 2);
  planted.reviseHistory();
  planted.markets.push({ code: 'world', countries: [] });
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

function aStock(variantId: string, onHand: number): StockFact {
  const out = { from: Temporal.PlainDate.from('2026-03-21'), to: undefined };
  return { variantId, onHand, available: onHand, outs: onHand === 0 ? [out] : [] };
}

const HANDLED = ['[{"item_id":"cup"},{"item_id":"hat"}]', '[{"item_id":"hat"}]'];

type Random = () => number;

// SHA-256 of an address, as a guest's key and an import have it.
const GUEST = 'e'.repeat(64);

/** A shop's half month: orders of few customers, and visits with campaigns, pauses, late and repeated events. */
function aWorld(random: Random) {
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] ?? assert.fail();
  const at = () =>
    moment('2026-03-20T00:00:00Z')
      .add({ seconds: Math.floor(random() * 15 * 86_400) })
      .toString();
  const orders = Array.from({ length: 15 }, (_, n) =>
    anOrder({
      ...{
        orderId: `order-${String(n).padStart(2, '0')}`,
        market: pick(['eu', 'us']),
        country: pick(['DE', 'FR']),
      },
      customerKey: pick(['anna', 'ben', 'cleo', '']) || undefined,
      lines: [aLine(`order-${String(n).padStart(2, '0')}`, 1, pick(['cup', 'hat']))],
    }),
  );
  const entries = Array.from({ length: 60 }, () => {
    const kind = pick(['sale', 'sale', 'credit', 'cost'] as const);
    const line = random() < 0.2 ? { lineId: undefined } : {};
    const amounts = {
      grossMinor: BigInt(Math.floor(random() * 9_999)),
      discountMinor: BigInt(Math.floor(random() * 99)),
    };
    return anEntry({ orderId: pick(orders).orderId, at: at(), kind, quantity: 1, ...line, ...amounts });
  });
  const postings = entries.map(({ postedAt, orderId, grossMinor }) =>
    aPosting({ at: postedAt.toString(), orderId, account: 'sales', amountMinor: -grossMinor }),
  );
  const events = Array.from({ length: 250 }, (_, n): PlantedEvent => {
    const name = pick([
      'page_view',
      'page_view',
      'view_item',
      'add_to_cart',
      'begin_checkout',
      'purchase',
      ...TOLD,
    ]);
    const minute = Math.floor(random() * 12) * 17;
    const day = 20 + Math.floor(random() * 4);
    const campaign =
      random() < 0.15 ? { source: pick(['news', 'ads']), medium: 'email', campaign: pick(['a', 'b']) } : {};
    const order = name === 'purchase' ? { order_id: pick(orders).orderId } : {};
    const when = moment(`2026-03-${day}T22:00:00Z`).add({ minutes: minute });
    const visit = {
      visitor: pick(['v1', 'v2', 'v3', 'v4', 'v5', 'v6']),
      path: pick(['/', '/cup']),
      ...(name === 'search' ? { search_term: pick(['cup', 'Cup ', 'hat']), results: pick([0, 3]) } : {}),
      ...(name === 'web_vital' ? { metric: pick(['LCP', 'CLS']), metric_value: random() * 3 } : {}),
      ...(/^(view_item|add_to_cart)$/.test(name) ? { items: HANDLED[n % 2] } : {}),
      ...(name === 'user_engagement' ? { engaged_ms: pick([900, 12_000]) } : {}),
      ...campaign,
      ...order,
    };
    return { id: `event-${String(n).padStart(3, '0')}`, at: when.toString(), name, ...visit };
  });
  const parts = [...Map.groupBy(events, ({ at: when }) => when.slice(8, 10))].flatMap(([day, ofDay]) => {
    const cut = Math.floor(random() * ofDay.length);
    // The second part repeats some of the first.
    return [ofDay.slice(0, cut + 5), ofDay.slice(cut)].map((part, n) => ({
      name: `d${day}-${n}`,
      events: part,
    }));
  });
  const later = ({ orderId, customerKey }: Pick<OrderFacts, 'orderId' | 'customerKey'>) => {
    if (customerKey === undefined) return { customerKey: 'dora', country: 'AT' };
    return orderId.endsWith('3') ? { customerKey: `guest:${GUEST}` } : {};
  };
  const history = Array.from({ length: 24 }, (_, n) => {
    // Three lines are an import of two documents; refunds are of the first.
    const importId = Math.floor(n / 3);
    const kind = pick(['sale', 'sale', 'refund'] as const);
    return aHistoryLine({
      ...{ at: at(), importId, document: `${importId}/${n % 2}`, kind, quantity: pick([1, 2, -1]) },
      ...(kind === 'refund' ? { order: 'elsewhere:0/0' } : {}),
      ...{ class: pick(['goods', 'goods', 'tax', 'fee']), sku: pick(['cup-1', 'hat-1', 'pot-9', '']) },
      ...{
        amountMillionths: BigInt(Math.floor(random() * 9e7)),
        country: pick(['DE', 'US', 'CH', '']) || undefined,
      },
      ...{ customer: pick([GUEST, '17850', '']) || undefined },
      ...(random() < 0.5 ? { costMillionths: 3_333_333n } : {}),
    });
  });
  return { orders, entries, postings, parts, history, later };
}

const TOLD = ['search', 'search', 'web_vital', 'user_engagement'];

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
    orderFacts: broken(sources.orderFacts),
    channelOf: (from: Parameters<Sources['channelOf']>[0]) => {
      if (fails()) throw new Error('the rule broke off');
      return sources.channelOf(from);
    },
  };
}

function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** mulberry32: the same numbers for the same seed. */
function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
