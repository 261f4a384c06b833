import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyOf } from '../../../kernel/index.ts';
import { aWarehouse, linesOf, NOW, span } from '../testing/a-warehouse.ts';
import { aHistoryLine } from '../testing/planted.ts';

const YEAR = span('2011-01-01', '2011-12-31');
const MEASURES = [
  'sold_elsewhere',
  'refunded_elsewhere',
  'net_sales_elsewhere',
  'orders_elsewhere',
  'units_elsewhere',
];

const shop = await aWarehouse(({ history }) => {
  const at = '2011-03-01T10:00:00Z';
  history.push(
    // Thirds of a cent: three together are a cent.
    aHistoryLine({ document: '1', at, amountMillionths: 10_003_333n, quantity: 3 }),
    aHistoryLine({ document: '1', at, amountMillionths: 3_333n, sku: 'post', class: 'delivery' }),
    aHistoryLine({ document: '1', at, amountMillionths: 3_334n, sku: 'post', class: 'delivery' }),
    aHistoryLine({ document: '1', at, amountMillionths: 2_000_000n, sku: '', class: 'tax' }),
    aHistoryLine({
      document: 'C2',
      at: '2011-03-05T10:00:00Z',
      kind: 'refund',
      amountMillionths: -3_000_000n,
      quantity: -1,
    }),
    aHistoryLine({ document: '3', at, amountMillionths: 1_500_000n, currency: currencyOf('JPY') }),
    aHistoryLine({ document: '4', at, amountMillionths: 1_234_500n, currency: currencyOf('KWD') }),
  );
});

test('sales elsewhere are exact sums, rounded once in their own currency', async () => {
  const { rows, totals } = await linesOf(
    shop,
    'sales_elsewhere',
    { span: YEAR, grain: 'month', currency: currencyOf('EUR') },
    MEASURES,
  );
  assert.equal(rows.length, 12 * 3);
  assert.equal(rows[2], '2011-03-01 EUR 1001 300 701 1 2');
  assert.deepEqual(totals, ['EUR 1001 300 701 1 2', 'JPY 2 0 2 1 1', 'KWD 1235 0 1235 1 1']);
  const bySku = await linesOf(shop, 'sales_elsewhere_by_sku', { span: YEAR }, MEASURES.slice(0, 3));
  assert.deepEqual(bySku.rows, [
    'cup-1 KWD 1235 0 1235',
    'cup-1 EUR 1000 300 700',
    'cup-1 JPY 2 0 2',
    'post EUR 1 0 1',
    ' EUR 0 0 0',
  ]);
});

test('an import that is taken out is gone from reports, and one that comes later is there', async () => {
  const { history, reviseHistory } = shop.planted;
  history.push(aHistoryLine({ document: '5', at: '2011-06-01T10:00:00Z', amountMillionths: 7_000_000n }));
  await shop.feed(NOW);
  const of = async () =>
    (
      await linesOf(shop, 'sales_elsewhere', { span: span('2011-06-01', '2011-06-30'), grain: 'month' }, [
        'net_sales_elsewhere',
      ])
    ).totals;
  assert.deepEqual(await of(), ['EUR 700']);
  history.pop();
  reviseHistory();
  await shop.feed(NOW);
  assert.deepEqual(await of(), []);
  assert.deepEqual(await shop.rows('select count(*) as n from history_sale'), [{ n: 7n }]);
});
