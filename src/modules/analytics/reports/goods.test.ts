import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyOf } from '../../../kernel/index.ts';
import { NO_PRODUCT } from '../language/no-product.ts';
import { aWarehouse, linesOf, NOW, span } from '../testing/a-warehouse.ts';
import { aLine, anEntry, anOrder, aProduct } from '../testing/planted.ts';
import { drillReport } from './drill.ts';

const JUNE = { span: span('2026-06-01', '2026-06-30') };
const EUR = currencyOf('EUR');

// Cups and pots of Halden, hats of nobody; cups are in two collections, hats in one. Delivery is of no goods.
const shop = await aWarehouse(({ orders, entries, list }) => {
  list(
    aProduct('cup', {
      title: 'Mug',
      brand: 'Halden',
      category: 'Home › Kitchen',
      collections: ['Gifts', 'New'],
    }),
    aProduct('pot', { brand: 'Halden', category: 'Home › Kitchen' }),
    aProduct('hat', { collections: ['Gifts'] }),
  );
  const lines = ['cup', 'pot', 'hat'].map((product, n) => aLine('a', n + 1, product));
  orders.set('a', anOrder({ orderId: 'a', lines }));
  orders.set('b', anOrder({ orderId: 'b', lines: [aLine('b', 1, 'cup')] }));
  // Monday at eight in Berlin, and Tuesday.
  const at = '2026-06-01T06:30:00Z';
  entries.push(
    anEntry({ orderId: 'a', at, lineId: 'a/1', quantity: 1, grossMinor: 1_000n }),
    anEntry({ orderId: 'a', at, lineId: 'a/2', quantity: 1, grossMinor: 3_000n, discountMinor: 300n }),
    anEntry({ orderId: 'a', at, lineId: 'a/3', quantity: 2, grossMinor: 5_000n }),
    anEntry({ orderId: 'a', at, lineId: undefined, shippingMinor: 490n }),
    anEntry({ orderId: 'b', at: '2026-06-02T06:30:00Z', quantity: 1, grossMinor: 1_000n }),
  );
});
const MEASURES = ['gross_sales', 'net_sales', 'orders', 'units', 'total_sales'];
const DELIVERY = '(no product) EUR 0 0 1 0 490';

test('sales by brand and category, of goods without one by themselves', async () => {
  const brands = await linesOf(shop, 'sales_by_brand', JUNE, MEASURES);
  assert.deepEqual(brands.rows, [' EUR 5000 5000 1 2 5000', 'Halden EUR 5000 4700 2 3 4700', DELIVERY]);
  assert.deepEqual(brands.totals, ['EUR 10000 9700 2 5 10190']);
  const categories = await linesOf(shop, 'sales_by_category', JUNE, MEASURES);
  assert.deepEqual(categories.rows, [
    ' EUR 5000 5000 1 2 5000',
    'Home › Kitchen EUR 5000 4700 2 3 4700',
    DELIVERY,
  ]);
  for (const brand of ['', NO_PRODUCT]) {
    const row = { of: { brand }, currency: EUR };
    const behind = await drillReport(shop, 'sales_by_brand', { ...JUNE, row, limit: 9 });
    assert.deepEqual(behind, { ok: true, value: ['a'] }, brand);
  }
});

test('goods in several collections count with each, and once in the total', async () => {
  const { rows, totals } = await linesOf(shop, 'sales_by_collection', JUNE, MEASURES);
  assert.deepEqual(rows, [
    ...['Gifts EUR 7000 7000 2 4 7000', ' EUR 3000 2700 1 1 2700', 'New EUR 2000 2000 2 2 2000', DELIVERY],
  ]);
  assert.deepEqual(totals, ['EUR 10000 9700 2 5 10190']);
});

test('sales by weekday and hour of the shop’s zone', async () => {
  const { rows } = await linesOf(shop, 'sales_by_hour', JUNE, ['gross_sales', 'orders']);
  assert.deepEqual(rows, ['1 08 EUR 9000 1', '2 08 EUR 1000 1']);
});

test('goods are reported as the catalogue has them now, also what was sold before', async () => {
  const titles = async () =>
    (await linesOf(shop, 'sales_by_product', JUNE, ['gross_sales'])).rows
      .filter((row) => !row.startsWith(NO_PRODUCT))
      .map((row) => row.split(' ')[1]);
  assert.deepEqual(await titles(), ['hat', 'pot', 'Mug']);
  shop.planted.list(aProduct('hat', { title: 'Cap', brand: 'Norr' }), { ...aProduct('cup'), variants: [] });
  await shop.feed(NOW);
  assert.deepEqual(await titles(), ['Cap', 'pot', 'cup']);
  const { rows } = await linesOf(shop, 'sales_by_brand', JUNE, ['gross_sales']);
  assert.deepEqual(rows, ['Norr EUR 5000', 'Halden EUR 3000', ' EUR 2000', '(no product) EUR 0']);
});
