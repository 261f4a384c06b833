import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyOf } from '../../../kernel/index.ts';
import { aVisit, aWarehouse, linesOf, span } from '../testing/a-warehouse.ts';
import { anEntry, anOrder } from '../testing/planted.ts';
import { drillReport } from './drill.ts';

const STEPS = ['view_item', 'add_to_cart', 'begin_checkout', 'purchase'];
const at = span('2026-03-10', '2026-03-11');

// Five visits on the tenth, one on the eleventh. Orders: `a` from ads, `b` from nobody knows where, `c` never stood.
const shop = await aWarehouse(async ({ orders, entries, logPart }) => {
  const about = { device: 'mobile', currency: 'EUR', market: 'eu' };
  for (const orderId of ['a', 'b']) {
    orders.set(orderId, anOrder({ orderId, customerKey: orderId }));
    entries.push(anEntry({ orderId, at: '2026-03-10T11:00:00Z', grossMinor: 1_000n, discountMinor: 100n }));
  }
  await logPart('march', [
    ...aVisit('v1', '2026-03-10T09:00:00Z', ['page_view', ...STEPS], {
      ...about,
      source: 'ads',
      order_id: 'a',
    }),
    ...aVisit('v2', '2026-03-10T09:00:00Z', ['page_view', ...STEPS.slice(0, 2)], { ...about, source: 'ads' }),
    ...aVisit('v3', '2026-03-10T09:00:00Z', ['page_view', ...STEPS], { ...about, order_id: 'c' }),
    ...aVisit('v4', '2026-03-10T09:00:00Z', ['page_view'], { ...about, device: 'desktop' }),
    ...aVisit('v5', '2026-03-10T23:30:00Z', ['view_item'], about),
  ]);
});

test('conversion: sessions with an order that was sold ÷ sessions', async () => {
  const measures = [
    'sessions',
    'sessions_viewed',
    'sessions_cart',
    'sessions_checkout',
    'sessions_purchase',
    'sessions_bought',
    'conversion_rate',
  ];
  const { rows, totals } = await linesOf(shop, 'conversion', { span: at }, measures);
  assert.deepEqual(rows, ['2026-03-10  4 3 3 2 2 1 0.25', '2026-03-11  1 1 0 0 0 0 0']);
  assert.deepEqual(totals, [' 5 4 3 2 2 1 0.2']);
});

test('channels: visits, what was bought in them, and how much of the business that is', async () => {
  const measures = ['sessions', 'orders', 'matched_orders', 'tracked_share', 'net_sales'];
  const { rows, totals } = await linesOf(shop, 'channels', { span: at }, measures);
  assert.deepEqual(rows, ['Direct EUR 3 0 0 null 0', 'from ads EUR 2 1 1 1 900', ' EUR 0 1 0 0 900']);
  assert.deepEqual(totals, ['EUR 5 2 1 0.5 1800']);
  const drill = { span: at, limit: 10 };
  const EUR = currencyOf('EUR');
  assert.deepEqual(
    await drillReport(shop, 'channels', { ...drill, row: { of: { channel: 'from ads' }, currency: EUR } }),
    { ok: true, value: ['a'] },
  );
  assert.deepEqual(
    await drillReport(shop, 'channels', { ...drill, row: { of: { channel: '' }, currency: EUR } }),
    { ok: true, value: ['b'] },
  );
});
