import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyOf, expectOk } from '../../../kernel/index.ts';
import { drillReport } from '../reports/drill.ts';
import { runReport } from '../reports/run-report.ts';
import { aWarehouse, linesOf, NOW, span } from '../testing/a-warehouse.ts';
import { anEntry, anOrder } from '../testing/planted.ts';

// Ten customers: person n bought n times, the last time 10·n days before the end, each time for n euros.
const YEAR = span('2026-01-01', '2026-12-31');
const END = Temporal.PlainDate.from('2026-12-31');
const shop = await aWarehouse(({ orders, entries }) => {
  for (let n = 1; n <= 10; n += 1) {
    for (let order = 0; order < n; order += 1)
      sell(`${n}-${order}`, `person-${n}`, 10 * n + order, 100n * BigInt(n));
  }
  // Somebody who is nobody's customer, and somebody who pays in dollars.
  sell('x', undefined, 5, 9_900n);
  sell('y', 'person-10', 5, 4_200n, 'USD');

  function sell(
    orderId: string,
    customerKey: string | undefined,
    daysAgo: number,
    gross: bigint,
    code = 'EUR',
  ) {
    const currency = currencyOf(code);
    const at = `${END.subtract({ days: daysAgo })}T12:00:00Z`;
    orders.set(orderId, anOrder({ orderId, customerKey, currency }));
    entries.push(anEntry({ orderId, at, grossMinor: gross, quantity: 1, currency }));
  }
});
const EUR = { span: YEAR, currency: currencyOf('EUR') };

test('every customer is in one segment of their currency, and segments add up', async () => {
  const { rows, totals } = await linesOf(shop, 'customer_segments', EUR, [
    ...['customers', 'orders', 'net_sales', 'days_from', 'days_to', 'orders_from', 'orders_to'],
  ]);
  // Who bought most did so longest ago: fifths of recency and frequency run against each other, two people each.
  assert.deepEqual(rows, [
    'new EUR 2 3 500 10 20 1 2',
    'potential_loyalists EUR 2 7 2500 30 40 3 4',
    'need_attention EUR 2 11 6100 50 60 5 6',
    'at_risk EUR 2 15 11300 70 80 7 8',
    'cannot_lose EUR 2 19 18100 90 100 9 10',
  ]);
  assert.deepEqual(totals, ['EUR 10 55 38500 10 100 1 10']);
});

test('dollars are scored by themselves', async () => {
  const answer = expectOk(await runReport(shop, 'customer_segments', { span: YEAR }));
  const dollars = answer.totals.find(({ currency }) => currency === 'USD');
  assert.deepEqual([dollars?.values['customers'], dollars?.values['net_sales']], [1n, 4_200n]);
});

test('a cell leads to the orders of its customers, and of nobody else', async () => {
  const row = { of: { recency: '5', frequency: '1' }, currency: currencyOf('EUR') };
  const found = await drillReport(shop, 'customer_cells', { span: YEAR, row, limit: 100 });
  assert.deepEqual(found, { ok: true, value: ['1-0', '2-0', '2-1'] });
  const ofSegment = { of: { segment: 'cannot_lose' }, currency: currencyOf('EUR') };
  const those = await drillReport(shop, 'customer_segments', { span: YEAR, row: ofSegment, limit: 100 });
  assert.equal(those.ok && those.value.length, 19);
});

test('it is worked out anew when something was sold, and only then', async () => {
  const before = expectOk(await runReport(shop, 'customer_segments', EUR));
  shop.planted.orders.set('new', anOrder({ orderId: 'new', customerKey: 'person-11' }));
  await shop.feed(NOW);
  assert.deepEqual(expectOk(await runReport(shop, 'customer_segments', EUR)).rows, before.rows);
  shop.planted.entries.push(anEntry({ orderId: 'new', at: '2026-12-30T12:00:00Z', grossMinor: 100n }));
  await shop.feed(NOW);
  const after = expectOk(await runReport(shop, 'customer_segments', EUR));
  assert.equal(after.totals[0]?.values['customers'], 11n);
});

test('nobody bought anything: no rows, and no orders behind them', async () => {
  const never = span('2020-01-01', '2020-12-31');
  assert.deepEqual(expectOk(await runReport(shop, 'customer_segments', { span: never })).rows, []);
  const row = { of: { segment: 'new' } };
  assert.deepEqual(await drillReport(shop, 'customer_segments', { span: never, row, limit: 9 }), {
    ok: true,
    value: [],
  });
});
