import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyOf } from '../../../kernel/index.ts';
import { agrees } from '../agreement/agreement.ts';
import { checkAgreement } from '../agreement/check-agreement.ts';
import { aWarehouse, linesOf, NOW, span } from '../testing/a-warehouse.ts';
import { aHistoryLine, anEntry, anOrder, moment } from '../testing/planted.ts';
import { drillReport } from './drill.ts';
import { readShownOrders } from './orders-shown.ts';

const YEAR = { span: span('2025-01-01', '2026-12-31') };
const EUR = currencyOf('EUR');
const ADA = 'a'.repeat(64);

// Order 1 of March 2025: three cups at 10.00 with 3.00 off, delivered, taxed; one cup comes back in April. Order 2: a pot, of
// which nobody here knows. 3: a fee alone. C4 goes back, and nobody knows of what. In 2026 Ada buys here, as a guest.
const shop = await aWarehouse(({ history, orders, entries, markets }) => {
  const at = '2025-03-01T10:00:00Z';
  const cups = { document: '1', at, customer: ADA };
  const sold = aHistoryLine({
    ...{ ...cups, amountMillionths: 30_000_000n, quantity: 3, costMillionths: 4_000_000n },
  });
  const april = '2025-04-01T10:00:00Z';
  history.push(
    sold,
    aHistoryLine({ ...cups, class: 'discount', sku: '', title: 'SPRING', amountMillionths: -3_000_000n }),
    aHistoryLine({ ...cups, class: 'delivery', sku: 'post', amountMillionths: 5_000_000n }),
    aHistoryLine({ ...cups, class: 'tax', sku: '', amountMillionths: 6_080_000n }),
    aHistoryLine({
      ...{ document: 'C1', order: 'elsewhere:1', refundOf: sold.id, at: april, kind: 'refund' },
      ...{ amountMillionths: -10_000_000n, quantity: -1, costMillionths: 4_000_000n, customer: ADA },
    }),
    aHistoryLine({
      ...{ document: '2', at: april, sku: 'pot-9', title: 'Pot', amountMillionths: 25_000_000n },
      ...{ country: 'US', customer: '17850' },
    }),
    aHistoryLine({ document: '3', at: april, class: 'fee', sku: 'bank', amountMillionths: -1_500_000n }),
    aHistoryLine({
      ...{ document: 'C4', at: april, kind: 'refund', amountMillionths: -2_000_000n, quantity: -1 },
      ...{ sku: 'pot-9', title: 'Pot, dented', country: 'CH' },
    }),
  );
  markets.push({ code: 'world', countries: [] });
  orders.set('own', anOrder({ orderId: 'own', customerKey: `guest:${ADA}` }));
  entries.push(anEntry({ orderId: 'own', at: '2026-02-01T10:00:00Z', quantity: 1, grossMinor: 1_100n }));
});

test('what was sold elsewhere is in sales: goods, discounts, what came back, delivery, tax and the rest', async () => {
  const measures = ['gross_sales', 'discounts', 'returns', 'net_sales', 'shipping', 'tax', 'other'];
  const { rows, totals } = await linesOf(shop, 'sales_over_time', { ...YEAR, grain: 'month' }, [
    ...[...measures, 'total_sales', 'orders', 'units', 'units_returned'],
  ]);
  assert.deepEqual(
    rows.filter((row) => !row.endsWith(' 0 0 0')),
    [
      '2025-03-01 EUR 3000 300 0 2700 500 608 0 3808 1 3 0',
      '2025-04-01 EUR 2500 0 1200 1300 0 0 -150 1150 1 1 2',
      '2026-02-01 EUR 1100 0 0 1100 0 0 0 1100 1 1 0',
    ],
  );
  assert.deepEqual(totals, ['EUR 6600 300 1200 5100 500 608 -150 6058 3 5 2']);
});

test('a code that took something off elsewhere is a discount by its name, beside orders without one', async () => {
  const measures = ['orders', 'order_share', 'discounts', 'value_with', 'value_without'];
  const { rows, totals } = await linesOf(shop, 'discounts', YEAR, measures);
  assert.deepEqual(rows, [`elsewhere:SPRING SPRING EUR 1 ${1 / 3} 300 2700 1800`]);
  assert.deepEqual(totals, [`EUR 1 ${1 / 3} 300 2700 1800`]);
  assert.deepEqual(
    await drillReport(shop, 'discounts', {
      ...{ ...YEAR, limit: 9 },
      row: { of: { promotion: 'elsewhere:SPRING', promotion_title: 'SPRING' }, currency: EUR },
    }),
    { ok: true, value: ['elsewhere:1'] },
  );
});

test('goods elsewhere are ours where their SKU is, and their own SKU where it is not', async () => {
  const { rows } = await linesOf(shop, 'sales_by_product', YEAR, ['gross_sales', 'returns', 'units']);
  assert.deepEqual(rows, [
    ...['cup cup EUR 4100 1000 4', 'pot-9 Pot EUR 2500 200 1', '(no product) (no product) EUR 0 0 0'],
  ]);
  const variants = await linesOf(shop, 'sales_by_variant', YEAR, ['gross_sales']);
  const ofGoods = variants.rows.filter((row) => !row.startsWith('(no product)'));
  assert.deepEqual(ofGoods, ['cup-red cup-1 cup red EUR 4100', 'pot-9 pot-9 Pot  EUR 2500']);
  const row = { of: { product: 'pot-9', title: 'Pot' }, currency: EUR };
  assert.deepEqual(await drillReport(shop, 'sales_by_product', { ...YEAR, row, limit: 9 }), {
    ok: true,
    value: ['elsewhere:2', 'elsewhere:C4'],
  });
  const shown = await readShownOrders(shop, ['own', 'elsewhere:1', 'nobody’s', 'elsewhere:C4']);
  assert.deepEqual(
    shown.map(({ number, origin, day, netMinor, currency }) => [
      number,
      origin,
      `${day}`,
      netMinor,
      currency,
    ]),
    [
      ['own', '', '2026-01-01', 1_100n, 'EUR'],
      ['1', 'elsewhere', '2025-03-01', 1_700n, 'EUR'],
      ['C4', 'elsewhere', '2025-04-01', -200n, 'EUR'],
    ],
  );
});

test('an order elsewhere is of the market that sells to its country, also when another does by now', async () => {
  const of = async () => (await linesOf(shop, 'sales_by_market', YEAR, ['gross_sales', 'returns'])).rows;
  assert.deepEqual(await of(), ['eu EUR 4100 1000', 'us EUR 2500 0', 'world EUR 0 200']);
  const { markets } = shop.planted;
  markets.splice(1, 1);
  await shop.feed(NOW);
  assert.deepEqual(await of(), ['eu EUR 4100 1000', 'world EUR 2500 200']);
  markets.splice(1, 1, { code: 'us', countries: ['US'] });
  await shop.feed(NOW);
  assert.deepEqual(await of(), ['eu EUR 4100 1000', 'us EUR 2500 0', ' EUR 0 200']);
});

test('who bought elsewhere and comes here is returning', async () => {
  const { rows } = await linesOf(shop, 'new_and_returning', YEAR, ['orders', 'net_sales']);
  assert.deepEqual(rows, ['new EUR 2 4200', 'returning EUR 1 1100', ' EUR 0 -200']);
  const nth = await shop.rows('select order_id, nth from orders where nth is not null order by order_id');
  assert.deepEqual(
    nth.map(({ order_id, nth }) => `${order_id} ${nth}`),
    ['elsewhere:1 1', 'elsewhere:2 1', 'own 2'],
  );
});

test('refunds take back of the order that they name', async () => {
  const { rows } = await linesOf(shop, 'refunds', { span: span('2025-03-01', '2025-03-01') }, [
    ...['returns', 'net_sales', 'returns_of_orders', 'net_sales_of_orders'],
  ]);
  assert.deepEqual(rows, ['2025-03-01 EUR 0 2700 1000 1700']);
});

test('what a piece cost elsewhere is in the margin, less what came back', async () => {
  const { rows } = await linesOf(shop, 'margin', { span: span('2025-01-01', '2025-12-31') }, [
    ...['net_sales', 'cost_of_goods', 'contribution_margin_1', 'cost_known_share'],
  ]);
  assert.deepEqual(rows.slice(0, 2), ['cup cup EUR 1700 800 900 1', 'pot-9 Pot EUR 2300 0 2300 0']);
  const costs = await shop.rows(
    'select kind, sum(cost_minor) as cost from sale where cost_minor <> 0 group by kind order by kind',
  );
  assert.deepEqual(costs, [
    { kind: 'cost', cost: 1_200n },
    { kind: 'cost_returned', cost: -400n },
  ]);
});

test('parts of a cent are rounded within goods and within tax, so that neither has the other’s', async () => {
  const { history, reviseHistory } = shop.planted;
  const about = { document: 'f', importId: 3, at: '2025-05-01T10:00:00Z', currency: currencyOf('USD') };
  for (let n = 0; n < 10; n += 1) {
    history.push(
      aHistoryLine({ ...about, amountMillionths: 4_000n }),
      aHistoryLine({ ...about, class: 'tax', amountMillionths: 6_000n }),
    );
  }
  await shop.feed(NOW);
  const measures = ['gross_sales', 'tax', 'total_sales'];
  const { totals } = await linesOf(shop, 'sales_over_time', { ...YEAR, currency: about.currency }, measures);
  assert.deepEqual(totals, ['USD 4 6 10']);
  history.splice(8);
  reviseHistory();
  await shop.feed(NOW);
});

test('the books of this shop know nothing of it, and agree all the same', async () => {
  const posted = [
    { account: 'receivable', currency: EUR, amountMinor: 1_100n },
    { account: 'sales', currency: EUR, amountMinor: -1_100n },
  ];
  const ledger = async function* () {
    yield { kind: 'sale', orderId: 'own', postedAt: moment('2026-02-01T10:00:00Z'), postings: posted };
  };
  const { rows } = await checkAgreement(shop, ledger, YEAR.span);
  assert.ok(rows.length > 0 && rows.every(agrees));
  assert.deepEqual([...new Set(rows.map(({ day }) => `${day}`))], ['2026-02-01']);
});

test('an import that is taken out is gone from everything, and one that comes later is there', async () => {
  const { history, reviseHistory } = shop.planted;
  const gross = async () => (await linesOf(shop, 'sales_over_time', YEAR, ['gross_sales', 'orders'])).totals;
  history.push(
    aHistoryLine({ document: '5', importId: 2, at: '2025-06-01T10:00:00Z', amountMillionths: 7_000_000n }),
  );
  const pot = { document: '6', importId: 2, at: '2025-06-01T10:00:00Z', sku: 'pot-9', title: 'Pot of old' };
  history.push(aHistoryLine({ ...pot, amountMillionths: 0n }));
  await shop.feed(NOW);
  const unknown = await shop.rows("select sku, title from goods where variant_id is null and sku = 'pot-9'");
  assert.deepEqual(unknown, [{ sku: 'pot-9', title: 'Pot of old' }]);
  assert.deepEqual(await gross(), ['EUR 7300 5']);
  history.splice(0, 8);
  reviseHistory();
  await shop.feed(NOW);
  history.pop();
  reviseHistory();
  await shop.feed(NOW);
  assert.deepEqual(await gross(), ['EUR 1800 2']);
  const left = await shop.rows(`select (select count(*) from orders where origin <> '') as orders,
    (select count(*) from order_line) as lines, (select nth from orders where order_id = 'own') as nth,
    (select string_agg(sku) from goods) as goods`);
  assert.deepEqual(left, [{ orders: 1n, lines: 2n, nth: 1, goods: 'cup-1' }]);
});
