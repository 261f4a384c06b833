import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyOf } from '../../../kernel/index.ts';
import { aVisit, aWarehouse, linesOf, NOW, span } from '../testing/a-warehouse.ts';
import { anEntry, anOrder, aSpend } from '../testing/planted.ts';
import { drillReport } from './drill.ts';

const MARCH = { span: span('2026-03-01', '2026-03-31') };
const EUR = currencyOf('EUR');

// Ads cost 30.00 for sale and 10.00 for brand. Two visits of sale: anna, who bought before, and ben, who is new.
const shop = await aWarehouse(async ({ orders, entries, spend, logPart }) => {
  const sold: readonly [id: string, customer: string, at: string][] = [
    ['old', 'anna', '2026-01-10T11:00:00Z'],
    ['a', 'anna', '2026-03-10T11:00:00Z'],
    ['b', 'ben', '2026-03-10T11:00:00Z'],
    ['c', 'cleo', '2026-03-11T11:00:00Z'],
  ];
  for (const [orderId, customerKey, at] of sold) {
    orders.set(orderId, anOrder({ orderId, customerKey }));
    entries.push(anEntry({ orderId, at, grossMinor: 5_000n, discountMinor: 500n }));
  }
  spend.push(
    aSpend({
      on: '2026-03-10',
      campaign: 'sale',
      amountMillionths: 30_000_000n,
      clicks: 40,
      impressions: 900,
    }),
    aSpend({ on: '2026-03-11', campaign: 'brand', amountMillionths: 10_000_000n, source: 'Ads' }),
    aSpend({ on: '2026-02-28', campaign: 'sale', amountMillionths: 99_000_000n }),
  );
  const about = { device: 'mobile', currency: 'EUR', market: 'eu' };
  const ofSale = { ...about, source: 'ads', medium: 'cpc', campaign: 'sale' };
  await logPart('march', [
    ...aVisit('v1', '2026-03-10T09:00:00Z', ['page_view', 'purchase'], { ...ofSale, order_id: 'a' }),
    ...aVisit('v2', '2026-03-10T09:00:00Z', ['page_view', 'purchase'], { ...ofSale, order_id: 'b' }),
    // Who looks at a paid order again later did not come by it a second time.
    ...aVisit('v3', '2026-03-10T15:00:00Z', ['page_view', 'purchase'], { ...about, order_id: 'a' }),
  ]);
});

test('channels: what advertising cost there, a new customer, and what came back for it', async () => {
  const measures = ['sessions', 'orders', 'net_sales', 'new_customers', 'ad_spend', 'cac', 'roas'];
  const { rows, totals } = await linesOf(shop, 'channels', MARCH, measures);
  assert.deepEqual(rows, [
    'from ads EUR 2 2 9000 1 3000 3000 3',
    'Direct EUR 1 0 0 0 0 null null',
    ' EUR 0 1 4500 1 0 0 null',
    'from Ads EUR 0 0 0 0 1000 null 0',
  ]);
  assert.deepEqual(totals, [`EUR 3 3 13500 2 4000 2000 ${13_500 / 4_000}`]);
});

test('advertising: each campaign with what it cost and brought, however its source is written', async () => {
  const measures = [
    ...['ad_spend', 'sessions', 'orders', 'net_sales', 'roas', 'new_customers', 'cac'],
    ...['ad_clicks', 'cost_per_click', 'ad_impressions'],
  ];
  const { rows, totals } = await linesOf(shop, 'marketing', MARCH, measures);
  assert.deepEqual(rows, [
    'sale ads cpc EUR 3000 2 2 9000 3 1 3000 40 75 900',
    'brand ads cpc EUR 1000 0 0 0 0 0 null 0 null 0',
  ]);
  assert.deepEqual(totals, [`EUR 4000 2 2 9000 ${9 / 4} 1 4000 40 100 900`]);
  const row = { of: { campaign: 'sale', source: 'ads', medium: 'cpc' }, currency: EUR };
  const behind = await drillReport(shop, 'marketing', { ...MARCH, row, limit: 9 });
  assert.deepEqual(behind, { ok: true, value: ['a', 'b'] });
});

test('of a market alone nobody knows what advertising cost', async () => {
  const { rows } = await linesOf(shop, 'channels', { ...MARCH, market: 'eu' }, [
    'orders',
    'ad_spend',
    'cac',
    'roas',
  ]);
  assert.deepEqual(rows, [
    'from ads EUR 2 null null null',
    'Direct EUR 0 null null null',
    ' EUR 1 null null null',
  ]);
});

test('without any import ad spend is not nothing, but unknown', async () => {
  const { spend, reviseHistory } = shop.planted;
  spend.splice(0);
  reviseHistory();
  await shop.feed(NOW);
  const { totals } = await linesOf(shop, 'channels', MARCH, ['orders', 'ad_spend', 'cac', 'roas']);
  assert.deepEqual(totals, ['EUR 3 null null null']);
});
