import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aWarehouse, linesOf, span } from '../testing/a-warehouse.ts';
import { anEntry, anOrder } from '../testing/planted.ts';
import { drillReport } from './drill.ts';

// anna: January, January again, March. ben: January. cleo: March. Somebody without a name: February.
const shop = await aWarehouse(({ orders, entries }) => {
  const sold: readonly [id: string, customer: string | undefined, at: string][] = [
    ['a1', 'anna', '2026-01-05'],
    ['a2', 'anna', '2026-01-20'],
    ['a3', 'anna', '2026-03-02'],
    ['b1', 'ben', '2026-01-09'],
    ['c1', 'cleo', '2026-03-31'],
    ['x1', undefined, '2026-02-01'],
  ];
  for (const [orderId, customerKey, day] of sold) {
    orders.set(orderId, anOrder({ orderId, customerKey }));
    entries.push(anEntry({ orderId, at: `${day}T12:00:00Z`, grossMinor: 1_000n }));
  }
});

test('cohorts: who bought again so many months later; what has not come yet is not there', async () => {
  const parameters = { span: span('2026-01-01', '2026-03-31') };
  const { rows, totals } = await linesOf(shop, 'cohorts', parameters, [
    'customers',
    'customers_active',
    'retention_rate',
    'orders',
  ]);
  assert.deepEqual(rows, [
    '2026-01-01 0  2 2 1 3',
    '2026-01-01 1  2 0 0 0',
    '2026-01-01 2  2 1 0.5 1',
    '2026-03-01 0  1 1 1 1',
  ]);
  assert.deepEqual(totals, [` 3 1 ${1 / 3} 5`]);
  const row = { of: { cohort: '2026-01-01', months_later: '2' } };
  assert.deepEqual(await drillReport(shop, 'cohorts', { ...parameters, row, limit: 9 }), {
    ok: true,
    value: ['a3'],
  });
});

test('new and returning: by which order of the customer it is, whenever the first was', async () => {
  const { rows, totals } = await linesOf(
    shop,
    'new_and_returning',
    { span: span('2026-01-10', '2026-03-31') },
    ['orders', 'net_sales'],
  );
  assert.deepEqual(rows, [' EUR 1 1000', 'new EUR 1 1000', 'returning EUR 2 2000'].toSorted(byAmount));
  assert.deepEqual(totals, ['EUR 4 4000']);
});

/** As the report sorts: the largest first. */
function byAmount(a: string, b: string): number {
  return Number(b.split(' ').at(-1)) - Number(a.split(' ').at(-1));
}
