import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { dealingsIn, NO_EXTRAS, openJournalWorld, STAFF } from '../../../../test/selling/dealings.ts';
import { settled } from '../../../../test/settled.ts';
import { expectOk } from '../../../kernel/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { folderStore } from '../../../platform/files/index.ts';
import { exportJournal, post } from '../../ledger/index.ts';
import { cancelOrder, fulfilOrder, readOrder, refundOrder } from '../../orders/index.ts';
import { agrees } from '../agreement/agreement.ts';
import { checkAgreement } from '../agreement/check-agreement.ts';
import { linesOf, NOW, span } from '../testing/a-warehouse.ts';
import { openAnalytics } from '../warehouse/open-analytics.ts';
import { shopSources } from './shop-sources.ts';

const connection = await testDatabase();
const { shop, cup, pot, giftCard } = await openJournalWorld(connection);
const { db } = shop.deps;
const { placed, pieces } = dealingsIn(shop);
const folder = await mkdtemp(join(tmpdir(), 'institor-facts-'));
const analytics = await openAnalytics({
  ...{ folder: join(folder, 'warehouse'), zone: 'Europe/Berlin', memoryMb: 128 },
  sources: shopSources({ db, files: folderStore(join(folder, 'files')), folder }),
});
after(async () => {
  await analytics.close();
  await rm(folder, { recursive: true, force: true });
});
const feed = async () => {
  await settled(db);
  await analytics.feed(NOW);
};
const days = span('2026-11-20', '2026-11-30');
const check = () => checkAgreement(analytics, (asked) => exportJournal(db, asked), days);

test('what a shop sells and gives back is in reports as it is in the books', async () => {
  const wishes = [
    { variantId: cup, quantity: 3 },
    { variantId: pot, quantity: 1 },
    { variantId: giftCard, quantity: 1 },
  ];
  const orderId = await placed(wishes, { code: 'tenth' });
  await transact(db, (tx) => fulfilOrder(tx, { orderId, ...STAFF }));
  await feed();
  const one = { lines: [await pieces(orderId, cup, 1)], goodwillMinor: 250n };
  expectOk(await refundOrder(shop.deps, { ...NO_EXTRAS, ...STAFF, orderId, ...one, delivery: 100n }));
  const other = await placed([{ variantId: pot, quantity: 2 }]);
  expectOk(await cancelOrder(shop.deps, { orderId: other, reason: 'merchant', ...STAFF }));
  await feed();

  const { rows, orders } = await check();
  assert.deepEqual(orders, []);
  assert.ok(rows.length > 0 && rows.every(agrees));
  const measures = ['gross_sales', 'discounts', 'orders', 'units', 'units_returned'];
  const { totals } = await linesOf(analytics, 'sales_over_time', { span: days }, measures);
  // Three cups at 10.09 and three pots at 25.21 without tax, a tenth off the first order.
  assert.deepEqual(totals, ['EUR 10589 555 2 6 3']);
  const order = await readOrder(db, orderId);
  const named = await linesOf(analytics, 'sales_by_variant', { span: days }, ['units']);
  assert.ok(order?.lines.some(({ title }) => named.rows.some((row) => row.includes(title))));
  assert.ok(named.rows.every((row) => !row.includes('undefined')));
  const spent = await linesOf(analytics, 'margin', { span: days }, ['cost_of_goods']);
  assert.deepEqual(spent.totals, [`EUR ${3 * 400 + 1_001}`]);
});

test('what is posted and not journaled is found', async () => {
  const postings = [
    { account: 'receivable', currency: shop.currency, amountMinor: 7n },
    { account: 'sales', currency: shop.currency, amountMinor: -7n },
  ] as const;
  const now = Temporal.Instant.from('2026-11-26T12:00:00Z');
  await transact(db, (tx) => post(tx, { kind: 'correction', reference: 'by hand', postings, now }));
  await feed();
  const { rows, orders } = await check();
  const found = rows.filter((row) => !agrees(row));
  assert.deepEqual(
    orders.map(({ orderId, ledgerMinor }) => [orderId, ledgerMinor]),
    [
      ['', 7n],
      ['', 7n],
    ],
  );
  assert.deepEqual(
    found.map(({ market, measure, ledgerMinor, reportMinor }) => [
      market,
      measure,
      ledgerMinor - reportMinor,
    ]),
    [
      ['', 'gross_sales', 7n],
      ['', 'total_sales', 7n],
    ],
  );
});
