import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { currencyOf, expectOk } from '../../../kernel/index.ts';
import { folderStore } from '../../../platform/files/index.ts';
import { newId } from '../../../platform/id.ts';
import { enqueue, runDueJobs } from '../../../platform/jobs/index.ts';
import { collectorJobs, openCollector, type Sender } from '../../collector/index.ts';
import { shopSources } from '../facts/shop-sources.ts';
import type { LiveAnswer } from './live-answer.ts';
import { openLive, SAME_FOR_MS } from './open-live.ts';

const connection = await testDatabase();
const { db } = connection;
const folder = await mkdtemp(join(tmpdir(), 'institor-live-'));
const files = folderStore(join(folder, 'files'));
const collector = openCollector(connection);
const sources = shopSources({ db, files, folder }).live;
let readings = 0;
const live = openLive({
  ...sources,
  waiting: () => {
    readings += 1;
    return sources.waiting();
  },
});
after(async () => {
  await live.close();
  await collector.close();
  await rm(folder, { recursive: true, force: true });
});

const NOW = Temporal.Now.instant();
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0';
const sender = (ip: string, more: Partial<Extract<Sender, { kind: 'browser' }>> = {}): Sender => ({
  ...{ kind: 'browser', ip, userAgent: FIREFOX, site: 'shop.example', acceptLanguage: 'de', hasGpc: false },
  ...more,
});

type Told = readonly [name: string, minutesAgo: number, params?: Readonly<Record<string, unknown>>];

async function happen(from: Sender, ...told: readonly Told[]): Promise<void> {
  const events = told.map(([name, minutesAgo, params = {}]) => {
    return { id: newId(), name, happenedAt: NOW.subtract({ minutes: minutesAgo }), params };
  });
  assert.deepEqual(expectOk(await collector.collect({ events, sender: from, now: NOW })).refused, []);
}

async function log(): Promise<void> {
  await db.transaction().execute((tx) => enqueue(tx, 'collector.log_events', {}));
  await runDueJobs({ connection, files, jobs: collectorJobs });
}

const at = (path: string) => ({ page_location: `https://shop.example${path}` });
const looks = (seconds: number) => live.read(NOW.add({ seconds }));

test('who is on the shop now: those whose events wait and those whose events were logged, each once', async () => {
  await happen(
    sender('203.0.113.1', { country: 'DE' }),
    ['page_view', 12, at('/')],
    ['page_view', 2, at('/cart')],
  );
  await happen(sender('203.0.113.2'), ['page_view', 9, at('/?utm_source=news&utm_medium=email')]);
  await happen(sender('203.0.113.3'), ['page_view', 45, at('/')]);
  await log();
  await happen(sender('203.0.113.4', { country: 'FR' }), ['page_view', 1, at('/cart')], ['add_to_cart', 1]);
  const { visitors, pages, countries, channels, minutes } = await looks(0);
  assert.deepEqual(visitors, { last5: 2, last30: 3 });
  assert.deepEqual(pages, [{ name: '/cart', visitors: 2 }]);
  assert.deepEqual(countries, [
    { name: '', visitors: 1 },
    { name: 'DE', visitors: 1 },
    { name: 'FR', visitors: 1 },
  ]);
  assert.deepEqual(channels, [
    { name: 'Direct', visitors: 2 },
    { name: 'Email', visitors: 1 },
  ]);
  assert.deepEqual([minutes.length, minutes.reduce((sum, { views }) => sum + views, 0)], [30, 4]);
});

test('what is logged between two looks is counted once', async () => {
  await log();
  assert.deepEqual((await looks(10)).visitors, { last5: 2, last30: 3 });
  assert.deepEqual((await looks(20)).visitors, { last5: 2, last30: 3 });
});

test('what is logged while somebody looks is counted once', async () => {
  await happen(sender('203.0.113.4', { country: 'FR' }), ['page_view', 1, at('/cart')]);
  const racing = openLive({
    ...sources,
    waiting: async () => {
      const waiting = await sources.waiting();
      await log();
      return waiting;
    },
  });
  const viewsIn = ({ minutes }: LiveAnswer) => minutes.reduce((sum, { views }) => sum + views, 0);
  assert.deepEqual([viewsIn(await racing.read(NOW)), viewsIn(await looks(25))], [5, 5]);
  await racing.close();
});

test('carts, checkouts and purchases: each visitor where they came to at last', async () => {
  await happen(sender('203.0.113.5'), ['add_to_cart', 3], ['begin_checkout', 2]);
  await happen(
    sender('203.0.113.6'),
    ['add_to_cart', 3],
    ['begin_checkout', 2],
    ['purchase', 1, { transaction_id: 'a' }],
  );
  assert.deepEqual((await looks(30)).stages, { cart: 1, checkout: 1, bought: 1 });
});

test('orders of the last half hour, and none before it', async () => {
  const order = (id: string, minutes: number) => ({
    ...{ id, number: id, placedAt: NOW.subtract({ minutes }), country: 'DE', currency: currencyOf('EUR') },
    totalMinor: 1_200n,
  });
  const selling = openLive({ ...sources, orders: async () => [order('b', 2), order('a', 31)] });
  assert.deepEqual(
    (await selling.read(NOW)).orders.map(({ number }) => number),
    ['b'],
  );
  await selling.close();
});

test('bots are not there', async () => {
  const before = (await looks(40)).visitors;
  await happen(sender('203.0.113.7', { userAgent: 'Googlebot/2.1' }), ['page_view', 1, at('/')]);
  assert.deepEqual((await looks(50)).visitors, before);
});

test('however many look, the shop is asked once in a few seconds', async () => {
  const before = readings;
  const moments = [60, 60.5, 61, 62.9].map((seconds) => NOW.add({ milliseconds: seconds * 1_000 }));
  await Promise.all(moments.map((moment) => live.read(moment)));
  assert.equal(readings, before + 1);
  await live.read(NOW.add({ milliseconds: 60_000 + SAME_FOR_MS }));
  assert.equal(readings, before + 2);
});

test('after half an hour nobody is there any more', async () => {
  const { visitors, minutes, pages } = await looks(1_900);
  assert.deepEqual([visitors, pages], [{ last5: 0, last30: 0 }, []]);
  assert.ok(minutes.every(({ views }) => views === 0));
});
