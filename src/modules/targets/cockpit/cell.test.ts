import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellText, pastedCells, readCell } from './cell.ts';
import { grainOf, isNow, periodsOf } from './period-text.ts';

const SALES = { kpi: 'net_sales', currency: 'EUR' } as const;

test('a cell takes what people and spreadsheets write, and says what is no amount', () => {
  for (const [of, typed, amount] of [
    [SALES, '120000', '120000.00'],
    [SALES, '120,000.5', '120000.50'],
    [SALES, '120.000,50 €', '120000.50'],
    [SALES, '', null],
    [SALES, ' ', null],
    [SALES, 'lots', undefined],
    [SALES, '0', undefined],
    [SALES, '-5', undefined],
    [{ kpi: 'orders' }, '1 200', '1200'],
    [{ kpi: 'orders' }, '1,200', '1200'],
    [{ kpi: 'orders' }, '12.5', undefined],
    [{ kpi: 'conversion_rate' }, '2,5 %', '0.025'],
    [{ kpi: 'conversion_rate' }, '100', '1'],
    [{ kpi: 'conversion_rate' }, '101', undefined],
  ] as const) {
    assert.equal(readCell(of, typed), amount, typed);
  }
});

test('what stands in a cell is read back as it was', () => {
  for (const [of, amount] of [
    [SALES, '120000.00'],
    [SALES, '1234.50'],
    [{ kpi: 'net_sales', currency: 'JPY' }, '50000'],
    [{ kpi: 'orders' }, '1200'],
    [{ kpi: 'conversion_rate' }, '0.0275'],
  ] as const) {
    assert.equal(readCell(of, cellText(of, amount)), amount);
  }
});

test('a pasted row is its cells, and a rectangle its rows', () => {
  assert.deepEqual(pastedCells('1\t2\t3\r\n'), [['1', '2', '3']]);
  assert.deepEqual(pastedCells('1\t\n\t4'), [
    ['1', ''],
    ['', '4'],
  ]);
});

test('a year has twelve months and four quarters', () => {
  assert.deepEqual(
    [periodsOf('2026', 'month').at(-1), periodsOf('2026', 'quarter')[1]],
    ['2026-12', '2026-Q2'],
  );
  assert.deepEqual(['2026-12', '2026-Q2', '2026'].map(grainOf), ['month', 'quarter', 'year']);
});

test('a day is of its month, its quarter and its year', () => {
  const now = ['2026-11', '2026-12', '2026-Q4', '2026-Q3', '2026', '2027'].map((one) =>
    isNow(one, '2026-11-27'),
  );
  assert.deepEqual(now, [true, false, true, false, true, false]);
});
