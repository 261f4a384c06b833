import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { anApi, shoppingWith } from '../../src/apps/api/testing/an-api.ts';
import { registerCollect } from '../../src/apps/collect/register.ts';
import { aSearch } from '../../src/apps/storefront/testing/a-search.ts';
import { expectOk, parseId } from '../../src/kernel/index.ts';
import { agrees } from '../../src/modules/analytics/agreement/agreement.ts';
import { checkAgreement } from '../../src/modules/analytics/agreement/check-agreement.ts';
import { openAnalytics, runReport, shopSources } from '../../src/modules/analytics/index.ts';
import { collectorJobs } from '../../src/modules/collector/index.ts';
import { exportJournal } from '../../src/modules/ledger/index.ts';
import { refundOrder } from '../../src/modules/orders/index.ts';
import { folderStore } from '../../src/platform/files/index.ts';
import { enqueue, runDueJobs } from '../../src/platform/jobs/index.ts';
import { driveShop } from '../../src/simulator/trade/drive/drive-shop.ts';
import { tradeOf } from '../../src/simulator/trade/trade.ts';
import { TRUTHS } from '../../src/simulator/trade/truths.ts';
import { demoWorld } from '../../src/simulator/world/demo-world.ts';
import { testDatabase } from '../database.ts';
import { settled } from '../settled.ts';
import { dealingsIn, NO_EXTRAS, STAFF } from './dealings.ts';
import { openWorld } from './places.ts';

const connection = await testDatabase(16);
const { db } = connection;
const selling = await openWorld(connection, { stock: 10_000 });
const [cup, pot] = selling.variants;
const folder = await mkdtemp(join(tmpdir(), 'institor-driven-'));
const files = folderStore(join(folder, 'files'));
const server = await anApi(connection, aSearch([]), { shopping: shoppingWith(selling.deps) });
await registerCollect(server, {
  ...{
    connection,
    now: () => Temporal.Now.instant(),
    isSecure: false,
    trustsProxy: false,
    requestsPerMinute: 0,
  },
});
const url = await server.listen({ host: '127.0.0.1', port: 0 });
const analytics = await openAnalytics({
  ...{ folder: join(folder, 'warehouse'), zone: 'Europe/Berlin', memoryMb: 128 },
  sources: shopSources({ db, files, folder }),
});
after(async () => {
  await analytics.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const truths = { ...TRUTHS, days: 2 };
const lastDay = Temporal.PlainDate.from('2026-07-01');
const past = [...tradeOf({ world: demoWorld(1), seed: 3, lastDay, zone: 'Europe/Berlin', truths })];
const all = past.flatMap((day) => day.visits).filter(({ shopper }) => shopper.place.country === 'DE');
const visits = [
  ...all.filter(({ order }) => order !== undefined).slice(0, 4),
  ...all.filter(({ order }) => order === undefined).slice(0, 16),
];

test('simulated shoppers in a running shop: reports, journal and ledger agree', async () => {
  const driven = await driveShop(
    {
      ...{ url, payment: { methodId: selling.card, token: 'tok_visa' } },
      variantOf: ({ good }) => (good.rank % 2 === 0 ? cup : pot),
      addressIn: (country) => ({
        ...{ name: 'Ada Byron', line1: 'Lindenweg 1', postalCode: '10115', city: 'Berlin', country },
      }),
    },
    visits,
  );
  assert.equal(driven.length, 4);
  const orderId = parseId<'order'>(driven[0]?.orderId ?? '');
  assert.ok(orderId);
  const { pieces } = dealingsIn(selling);
  const line = driven[0]?.visit.order?.lines[0];
  const bought = line && line.good.rank % 2 === 0 ? cup : pot;
  const back = { lines: [await pieces(orderId, bought, 1)], goodwillMinor: 0n };
  expectOk(await refundOrder(selling.deps, { ...NO_EXTRAS, ...STAFF, orderId, ...back }));
  await db.transaction().execute((tx) => enqueue(tx, 'collector.log_events', {}));
  await runDueJobs({ connection, files, jobs: collectorJobs });
  await settled(db);
  await analytics.feed(Temporal.Now.instant());

  const today = Temporal.Now.zonedDateTimeISO('Europe/Berlin').toPlainDate();
  const days = { from: today.subtract({ days: 1 }), to: today.add({ days: 1 }) };
  const { rows, orders } = await checkAgreement(analytics, (asked) => exportJournal(db, asked), days);
  assert.deepEqual(orders, []);
  assert.ok(rows.length > 0 && rows.every(agrees));
  const told = expectOk(await runReport(analytics, 'conversion', { span: days }));
  const values = told.totals[0]?.values;
  assert.ok(values);
  assert.equal(Number(values['sessions']), visits.length);
  assert.equal(Number(values['sessions_bought']), driven.length);
});
