import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyOf } from '../../../kernel/index.ts';
import { aWarehouse, linesOf, span } from '../testing/a-warehouse.ts';
import { aLine, anEntry, anOrder, moment } from '../testing/planted.ts';
import { drillReport } from './drill.ts';
import { runReport } from './run-report.ts';

const USD = currencyOf('USD');
const DECEMBER = span('2026-12-01', '2026-12-31');

// a: two cups at 10.00 with 2.00 off, delivered for 5.00 with 1.00 off, in the last hour of the year in Berlin.
// b: a hat at 30.00; one cup of `a` comes back in the new year. c: in dollars.
const shop = await aWarehouse(({ orders, entries }) => {
  orders.set('a', anOrder({ orderId: 'a', customerKey: 'anna', lines: [aLine('a', 1, 'cup')] }));
  orders.set(
    'b',
    anOrder({ orderId: 'b', customerKey: 'anna', country: 'FR', lines: [aLine('b', 1, 'hat')] }),
  );
  orders.set(
    'c',
    anOrder({ orderId: 'c', customerKey: undefined, market: 'us', country: 'US', currency: USD }),
  );
  const atYearEnd = '2026-12-31T22:30:00Z';
  const inNewYear = '2026-12-31T23:30:00Z';
  entries.push(
    anEntry({
      orderId: 'a',
      at: atYearEnd,
      quantity: 2,
      grossMinor: 2_000n,
      discountMinor: 200n,
      taxMinor: 342n,
    }),
    anEntry({
      orderId: 'a',
      at: atYearEnd,
      lineId: undefined,
      shippingMinor: 500n,
      discountMinor: 100n,
      taxMinor: 76n,
    }),
    anEntry({ orderId: 'a', at: atYearEnd, kind: 'cost', costMinor: 800n }),
    anEntry({ orderId: 'b', at: inNewYear, quantity: 1, grossMinor: 3_000n, taxMinor: 570n }),
    anEntry({
      orderId: 'a',
      at: inNewYear,
      kind: 'credit',
      quantity: -1,
      returnsMinor: 900n,
      taxMinor: -171n,
    }),
    anEntry({ orderId: 'a', at: inNewYear, kind: 'cost_returned', costMinor: -400n }),
    anEntry({ orderId: 'c', at: atYearEnd, quantity: 1, grossMinor: 5_000n, currency: USD }),
  );
});

test('sales over time: days of the shop’s zone, no gap, one row a currency', async () => {
  const measures = [
    'gross_sales',
    'discounts',
    'returns',
    'net_sales',
    'shipping',
    'tax',
    'total_sales',
    'orders',
    'average_order_value',
  ];
  const { rows, totals } = await linesOf(
    shop,
    'sales_over_time',
    { span: span('2026-12-30', '2027-01-01') },
    measures,
  );
  assert.deepEqual(rows, [
    '2026-12-30 EUR 0 0 0 0 0 0 0 0 null',
    '2026-12-31 EUR 2000 200 0 1800 400 418 2618 1 1800',
    '2027-01-01 EUR 3000 0 900 2100 0 399 2499 1 3000',
    '2026-12-30 USD 0 0 0 0 0 0 0 0 null',
    '2026-12-31 USD 5000 0 0 5000 0 0 5000 1 5000',
    '2027-01-01 USD 0 0 0 0 0 0 0 0 null',
  ]);
  assert.deepEqual(totals, [
    'EUR 5000 200 900 3900 400 817 5117 2 2400',
    'USD 5000 0 0 5000 0 0 5000 1 5000',
  ]);
});

test('sales over time, by the hour, the week and the month', async () => {
  const of = async (grain: 'hour' | 'week' | 'month', at = span('2026-12-31', '2027-01-01')) =>
    (
      await linesOf(shop, 'sales_over_time', { span: at, grain, currency: currencyOf('EUR') }, [
        'gross_sales',
      ])
    ).rows;
  assert.deepEqual(
    (await of('hour')).filter((row) => !row.endsWith(' 0')),
    ['2026-12-31T23:00 EUR 2000', '2027-01-01T00:00 EUR 3000'],
  );
  assert.equal((await of('hour')).length, 48);
  assert.deepEqual(await of('week'), ['2026-12-28 EUR 5000']);
  assert.deepEqual(await of('month'), ['2026-12-01 EUR 2000', '2027-01-01 EUR 3000']);
});

test('a span is compared with another, place by place', async () => {
  const parameters = {
    span: span('2027-01-01', '2027-01-01'),
    compare: 'previous',
    currency: currencyOf('EUR'),
  } as const;
  const { answer } = await linesOf(shop, 'sales_over_time', parameters, []);
  assert.equal(answer.rows[0]?.before?.['gross_sales'], 2_000n);
  assert.equal(answer.totals[0]?.before?.['net_sales'], 1_800n);
  const products = await linesOf(shop, 'sales_by_product', parameters, []);
  assert.deepEqual(
    products.answer.rows.map(({ of, before }) => [of['product'], before?.['gross_sales']]),
    [
      ['hat', 0n],
      ['cup', 2_000n],
    ],
  );
});

test('sales by product, variant, market, country and discount', async () => {
  const at = { span: span('2026-12-31', '2027-01-01') };
  const measures = ['gross_sales', 'net_sales', 'orders', 'units'];
  assert.deepEqual((await linesOf(shop, 'sales_by_product', at, [...measures, 'units_returned'])).rows, [
    'cup cup USD 5000 5000 1 1 0',
    'hat hat EUR 3000 3000 1 1 0',
    'cup cup EUR 2000 900 1 2 1',
    '(no product) (no product) EUR 0 0 1 0 0',
  ]);
  assert.deepEqual((await linesOf(shop, 'sales_by_variant', { ...at, market: 'eu' }, measures)).rows, [
    'hat-red hat-1 hat red EUR 3000 3000 1 1',
    'cup-red cup-1 cup red EUR 2000 900 1 2',
    '(no product)  (no product)  EUR 0 0 1 0',
  ]);
  assert.deepEqual((await linesOf(shop, 'sales_by_market', at, measures)).rows, [
    'eu EUR 5000 3900 2 3',
    'us USD 5000 5000 1 1',
  ]);
  assert.deepEqual((await linesOf(shop, 'sales_by_country', at, measures)).rows, [
    'US USD 5000 5000 1 1',
    'FR EUR 3000 3000 1 1',
    'DE EUR 2000 900 1 2',
  ]);
  assert.deepEqual(
    (await linesOf(shop, 'sales_by_discount', at, ['gross_sales', 'discounts', 'discount_rate', 'orders']))
      .rows,
    ['0 EUR 3000 0 0 1', '0 USD 5000 0 0 1', '1-10 EUR 2000 200 0.1 1'],
  );
});

test('refunds: made in the span, and of the orders sold in it', async () => {
  const measures = ['returns', 'net_sales', 'returns_of_orders', 'net_sales_of_orders'];
  const parameters = { span: span('2026-12-31', '2027-01-01'), currency: currencyOf('EUR') };
  const { rows, totals } = await linesOf(shop, 'refunds', parameters, measures);
  assert.deepEqual(rows, ['2026-12-31 EUR 0 1800 900 900', '2027-01-01 EUR 900 2100 0 3000']);
  assert.deepEqual(totals, ['EUR 900 3900 900 3900']);
});

test('margin: what is left after what goods cost', async () => {
  const measures = ['net_sales', 'cost_of_goods', 'contribution_margin_1', 'margin_rate'];
  const { rows, totals } = await linesOf(
    shop,
    'margin',
    { span: span('2026-12-31', '2027-01-01'), market: 'eu' },
    measures,
  );
  assert.deepEqual(rows, [
    'hat hat EUR 3000 0 3000 1',
    'cup cup EUR 900 400 500 0.5555555555555556',
    '(no product) (no product) EUR 0 0 0 null',
  ]);
  assert.deepEqual(totals, [`EUR 3900 400 3500 ${3_500 / 3_900}`]);
});

test('rows are cut off at the limit, totals are of all', async () => {
  const parameters = { span: span('2026-12-31', '2027-01-01'), market: 'eu', limit: 1 };
  const { rows, totals, answer } = await linesOf(shop, 'sales_by_product', parameters, ['gross_sales']);
  assert.deepEqual([rows, totals, answer.isCut], [['hat hat EUR 3000'], ['EUR 5000'], true]);
});

test('every row leads to its orders', async () => {
  const at = { span: span('2026-12-31', '2027-01-01'), limit: 10 };
  const behind = async (report: string, of: Record<string, string>, currency = 'EUR') => {
    const found = await drillReport(shop, report, { ...at, row: { of, currency: currencyOf(currency) } });
    return found.ok ? found.value.join(' ') : found.refusal.code;
  };
  assert.equal(await behind('sales_over_time', { time: '2027-01-01' }), 'a b');
  assert.equal(await behind('sales_over_time', { time: '2026-12-31' }), 'a');
  assert.equal(await behind('sales_over_time', {}), 'a b');
  assert.equal(await behind('sales_over_time', {}, 'USD'), 'c');
  assert.equal(await behind('sales_by_product', { product: 'hat', title: 'hat' }), 'b');
  assert.equal(await behind('sales_by_discount', { percent_off: '1-10' }), 'a');
  assert.equal(await behind('refunds', {}), 'a');
  assert.equal(await behind('sales_by_product', { shoe: 'size' }), 'unknown_dimension');
  assert.equal(await behind('sales_by_country', { country: "'; drop table sale; --" }), '');
  const rest = await drillReport(shop, 'sales_by_market', { ...at, row: { of: {} }, after: 'a' });
  assert.deepEqual(rest, { ok: true, value: ['b', 'c'] });
});

test('what cannot be reported is refused by name', async () => {
  const code = async (id: string, from: string, to: string, grain: 'hour' | 'day' = 'day') => {
    const answer = await runReport(shop, id, { span: span(from, to), grain });
    return answer.ok ? 'ok' : answer.refusal.code;
  };
  assert.equal(await code('sales', '2026-01-01', '2026-01-02'), 'unknown_report');
  assert.equal(await code('sales_over_time', '2026-01-02', '2026-01-01'), 'invalid_span');
  assert.equal(await code('sales_over_time', '2016-01-01', '2026-12-31'), 'invalid_span');
  assert.equal(await code('sales_over_time', '2026-01-01', '2026-03-31', 'hour'), 'invalid_span');
});

test('an hour that the clocks repeat is one, and one that they leave out is none', async () => {
  const clocks = await aWarehouse(({ orders, entries }) => {
    orders.set('a', anOrder({ orderId: 'a' }));
    for (const at of [
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:30:00Z',
      '2026-03-29T00:59:59Z',
      '2026-03-29T01:00:00Z',
    ]) {
      entries.push(anEntry({ orderId: 'a', at, kind: 'correction', grossMinor: 100n }));
    }
  });
  const of = async (day: string) =>
    (
      await linesOf(clocks, 'sales_over_time', { span: span(day, day), grain: 'hour' }, ['gross_sales'])
    ).rows.slice(1, 4);
  assert.deepEqual(await of('2026-10-25'), [
    '2026-10-25T01:00 EUR 0',
    '2026-10-25T02:00 EUR 200',
    '2026-10-25T03:00 EUR 0',
  ]);
  assert.deepEqual(await of('2026-03-29'), [
    '2026-03-29T01:00 EUR 100',
    '2026-03-29T03:00 EUR 100',
    '2026-03-29T04:00 EUR 0',
  ]);
});

test('the year begins first on Kiritimati', async () => {
  const island = await aWarehouse(
    ({ orders, entries }) => {
      orders.set('a', anOrder({ orderId: 'a' }));
      entries.push(anEntry({ orderId: 'a', at: '2026-12-31T10:00:00Z', grossMinor: 100n }));
      entries.push(anEntry({ orderId: 'a', at: '2026-12-31T09:59:59Z', grossMinor: 7n }));
    },
    { zone: 'Pacific/Kiritimati' },
  );
  const { rows } = await linesOf(island, 'sales_over_time', { span: span('2026-12-31', '2027-01-01') }, [
    'gross_sales',
  ]);
  assert.deepEqual(rows, ['2026-12-31 EUR 7', '2027-01-01 EUR 100']);
});

test('money is exact beyond what a number holds', async () => {
  const rich = await aWarehouse(({ orders, entries }) => {
    orders.set('a', anOrder({ orderId: 'a', placedAt: moment('2026-12-01T00:00:00Z') }));
    entries.push(anEntry({ orderId: 'a', at: '2026-12-01T12:00:00Z', grossMinor: 9_007_199_254_740_993n }));
    entries.push(anEntry({ orderId: 'a', at: '2026-12-01T12:00:00Z', grossMinor: 1n }));
  });
  assert.deepEqual(
    (await linesOf(rich, 'sales_over_time', { span: DECEMBER, grain: 'month' }, ['gross_sales'])).rows,
    ['2026-12-01 EUR 9007199254740994'],
  );
});
