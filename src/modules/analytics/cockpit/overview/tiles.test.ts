import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Bounds, Report, Row } from '../report.ts';
import { tileOf } from './tiles.ts';

const measures: Report['measures'] = [
  { id: 'net_sales', kind: 'money', about: 'Gross sales − discounts − returns.', timeRule: 'By day.' },
  { id: 'conversion_rate', kind: 'share', about: 'Sessions with an order ÷ sessions.', timeRule: 'By day.' },
];

function reportOf(rows: readonly Row[], totals: readonly Row[]): Report {
  const span = { from: '2026-11-01', to: '2026-11-03' };
  const about = { id: 'sales_over_time', titleKey: '', about: '', zone: 'UTC', span, dimensions: [] };
  return { ...about, measures, rows: [...rows], totals: [...totals], isCut: false };
}

const day = (time: string, currency: string, net: string): Row => ({
  ...{ of: { time }, currency, values: { net_sales: net } },
});

test('a tile speaks of one currency, and draws no day that has not come', () => {
  const report = reportOf(
    [
      ...[
        day('2026-11-01', 'EUR', '10.00'),
        day('2026-11-02', 'EUR', '20.00'),
        day('2026-11-03', 'EUR', '0'),
      ],
      day('2026-11-01', 'USD', '5.00'),
    ],
    [
      { of: {}, currency: 'EUR', values: { net_sales: '30.00' }, before: { net_sales: '40.00' } },
      { of: {}, currency: 'USD', values: { net_sales: '5.00' }, before: { net_sales: '0.00' } },
    ],
  );
  const tile = (currency: string) => tileOf(report, { measure: 'net_sales', currency, until: '2026-11-02' });
  const { value, change, points, about } = tile('EUR');
  assert.deepEqual([value, change, points], ['€30.00', -0.25, [10, 20]]);
  assert.equal(about, 'Gross sales − discounts − returns.');
  assert.equal(tile('USD').change, undefined);
  assert.equal(tile('GBP').value, '£0.00');
});

test('conversion has its interval, and says when a change may be chance', () => {
  const conversion = (now: Bounds, was: Bounds) =>
    tileOf(
      reportOf(
        [],
        [
          {
            ...{ of: {}, values: { conversion_rate: 0.03 }, before: { conversion_rate: 0.026 } },
            ...{ bounds: { conversion_rate: now }, boundsBefore: { conversion_rate: was } },
          },
        ],
      ),
      { measure: 'conversion_rate', currency: undefined, until: '2026-11-03' },
    ).estimate;
  const estimate = conversion({ low: 0.021, high: 0.042 }, { low: 0.018, high: 0.038 });
  assert.deepEqual(estimate, { low: '2.1%', high: '4.2%', isChance: true });
  assert.equal(conversion({ low: 0.047, high: 0.077 }, { low: 0.013, high: 0.031 })?.isChance, false);
  const nobody = reportOf([], [{ of: {}, values: { sessions: 0, conversion_rate: null } }]);
  const { value, estimate: none } = tileOf(nobody, {
    ...{ measure: 'conversion_rate', currency: undefined, until: '2026-11-03' },
  });
  assert.deepEqual([value, none], ['–', undefined]);
});

test('the value of an order in the mean has its interval, in its currency', () => {
  const bounds = { average_order_value: { low: 40.5, high: 52 } };
  const total = { of: {}, currency: 'EUR', values: { average_order_value: '46.25' }, bounds };
  const about = { id: 'average_order_value', kind: 'money', about: '', timeRule: '' } as const;
  const tile = tileOf(
    { ...reportOf([], [total]), measures: [about] },
    { measure: 'average_order_value', currency: 'EUR', until: '2026-11-03' },
  );
  assert.deepEqual(
    [tile.value, tile.estimate],
    ['€46.25', { low: '€40.50', high: '€52.00', isChance: false }],
  );
});

test('what nobody knows has no change and no line', () => {
  const total = { of: {}, currency: 'EUR', values: { net_sales: null }, before: { net_sales: '40.00' } };
  const report = reportOf([day('2026-11-01', 'EUR', '0'), day('2026-11-02', 'EUR', '0')], [total]);
  const { value, change, points } = tileOf(report, {
    ...{ measure: 'net_sales', currency: 'EUR', until: '2026-11-02' },
  });
  assert.deepEqual([value, change, points], ['–', undefined, []]);
});
