import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aWarehouse, linesOf, span } from '../testing/a-warehouse.ts';
import { aHistoryLine, aLine, anEntry, anOrder, aPosting, aSpend } from '../testing/planted.ts';

const JUNE = { span: span('2026-06-01', '2026-06-30'), grain: 'month' } as const;

// In April another shop sold a cup with a discount on the whole order.
// A cup (cost 4.00) and a pot (not shipped, partly given back) in June; a fee of 0.60; ads for 12.00. In May another shop sold a cup whose
// cost it said, and one whose it did not.
const shop = await aWarehouse(({ orders, entries, postings, spend, history }) => {
  orders.set('a', anOrder({ orderId: 'a', lines: [aLine('a', 1, 'cup'), aLine('a', 2, 'pot')] }));
  const at = '2026-06-10T10:00:00Z';
  entries.push(
    anEntry({ orderId: 'a', at, lineId: 'a/1', quantity: 1, grossMinor: 2_000n, taxMinor: 380n }),
    anEntry({ orderId: 'a', at, lineId: 'a/2', quantity: 1, grossMinor: 3_000n, discountMinor: 1_000n }),
    anEntry({ orderId: 'a', at, lineId: undefined, shippingMinor: 500n }),
    anEntry({ orderId: 'a', at, lineId: 'a/1', kind: 'cost', costMinor: 400n }),
    anEntry({
      orderId: 'a',
      at: '2026-06-20T10:00:00Z',
      lineId: 'a/2',
      kind: 'credit',
      returnsMinor: 1_500n,
    }),
  );
  postings.push(
    aPosting({ at, orderId: 'a', kind: 'fee', account: 'fees', amountMinor: 60n }),
    aPosting({ at, orderId: 'a', kind: 'fee', account: 'provider:test', amountMinor: -60n }),
  );
  spend.push(aSpend({ on: '2026-06-11', amountMillionths: 12_000_000n }));
  const may = '2026-05-10T10:00:00Z';
  history.push(
    aHistoryLine({ document: '1', at: may, amountMillionths: 10_000_000n, costMillionths: 2_500_000n }),
    aHistoryLine({ document: '1', at: may, amountMillionths: 30_000_000n, sku: 'pot-1' }),
  );
  const april = '2026-04-10T10:00:00Z';
  history.push(
    aHistoryLine({ document: '2', at: april, amountMillionths: 10_000_000n, costMillionths: 2_500_000n }),
    aHistoryLine({ document: '2', at: april, class: 'discount', amountMillionths: -4_000_000n }),
  );
});

test('what is left after goods, fees and advertising, and how much of it has a known cost', async () => {
  const measures = [
    ...['net_sales', 'cost_of_goods', 'contribution_margin_1', 'payment_fees', 'contribution_margin_2'],
    ...['ad_spend', 'contribution_margin_3', 'cost_known_share'],
  ];
  const { rows, totals } = await linesOf(
    shop,
    'contribution',
    { span: span('2026-05-01', '2026-06-30'), grain: 'month' },
    measures,
  );
  assert.deepEqual(rows, [
    '2026-05-01 EUR 4000 250 3750 0 3750 0 3750 0.25',
    '2026-06-01 EUR 2500 400 2100 60 2040 1200 840 0.4',
  ]);
  assert.deepEqual(totals, [`EUR 6500 650 5850 60 5790 1200 4590 ${30 / 90}`]);
});

test('a discount that is of no line makes the share of known costs no larger', async () => {
  const APRIL = { span: span('2026-04-01', '2026-04-30'), grain: 'month' } as const;
  const { totals } = await linesOf(shop, 'contribution', APRIL, ['net_sales', 'cost_known_share']);
  assert.deepEqual(totals, ['EUR 600 1']);
});

test('total sales per ad spend, and what it has to bring so that nothing is lost', async () => {
  const { totals } = await linesOf(shop, 'contribution', JUNE, ['total_sales', 'mer', 'break_even_roas']);
  assert.deepEqual(totals, [`EUR 3380 ${3_380 / 1_200} ${2_500 / 2_040}`]);
});

test('of a market its own fees; what advertising it cost nobody knows', async () => {
  const measures = [
    'net_sales',
    'payment_fees',
    'contribution_margin_2',
    'ad_spend',
    'contribution_margin_3',
    'mer',
  ];
  const eu = await linesOf(shop, 'contribution', { ...JUNE, market: 'eu' }, measures);
  assert.deepEqual(eu.totals, ['EUR 2500 60 2040 null null null']);
  assert.deepEqual((await linesOf(shop, 'contribution', { ...JUNE, market: 'us' }, measures)).totals, []);
});

test('by the day no day is missing, and each sums to the month', async () => {
  const { rows } = await linesOf(shop, 'contribution', { ...JUNE, grain: 'day' }, ['contribution_margin_3']);
  assert.equal(rows.length, 30);
  const sold = rows.filter((row) => !/ (0|null)$/.test(row));
  assert.deepEqual(sold, ['2026-06-10 EUR 3540', '2026-06-11 EUR -1200', '2026-06-20 EUR -1500']);
});
