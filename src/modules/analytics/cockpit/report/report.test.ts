import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Row } from '../report.ts';
import { volumeOf } from '../report.ts';
import { cohortSheet } from './cohort-sheet.ts';
import { reportCsv } from './csv.ts';
import { groupOf, pictureOf } from './groups.ts';
import { inOwnOrder, nextSort, sortedRows } from './sorted.ts';

const row = (title: string, net: string | null): Row => ({
  ...{ of: { product: 'p', title }, currency: 'EUR', values: { net_sales: net } },
});
const report = {
  dimensions: [
    { id: 'product', about: '' },
    { id: 'title', about: '' },
  ],
  measures: [{ id: 'net_sales', kind: 'money' as const, about: '', timeRule: '' }],
};

test('CSV quotes what has to be quoted, and runs no formula', () => {
  const rows = [row('Cup, "red"', '12.50'), row('=1+1', null)];
  assert.equal(
    reportCsv(report, rows, { hasBefore: false }),
    'product,title,currency,net_sales\r\np,"Cup, ""red""",EUR,12.50\r\np,\'=1+1,EUR,\r\n',
  );
  assert.match(
    reportCsv(report, rows, { hasBefore: true }),
    /^product,title,currency,net_sales,net_sales_before\r\n/,
  );
});

test('rows are sorted by the size of an amount, not by its letters, and nothing comes last', () => {
  const rows = [row('a', '9.00'), row('b', null), row('c', '10.00'), row('d', '-3.00')];
  const titles = (sort: string) => sortedRows(rows, sort).map(({ of }) => of['title']);
  assert.deepEqual(titles('-net_sales'), ['c', 'a', 'd', 'b']);
  assert.deepEqual(titles('net_sales'), ['d', 'a', 'c', 'b']);
  assert.deepEqual(titles(''), ['a', 'b', 'c', 'd']);
  assert.deepEqual(
    ['', '-net_sales', 'net_sales', '-orders'].map((sort) => nextSort(sort, 'net_sales')),
    ['-net_sales', 'net_sales', '', '-net_sales'],
  );
});

test('cohorts stand under each other by month, months later beside each other', () => {
  const cell = (cohort: string, later: string, rate: number): Row => ({
    ...{ of: { cohort, months_later: later }, values: { retention_rate: rate, customers: 4 } },
  });
  const sheet = cohortSheet([
    ...[cell('2026-10-01', '1', 0.5), cell('2026-10-01', '0', 1)],
    ...[cell('2026-09-01', '10', 0.1), cell('2026-09-01', '0', 1), cell('2026-09-01', '2', 0.2)],
  ]);
  assert.deepEqual(sheet.months, ['0', '1', '2', '10']);
  assert.deepEqual(
    sheet.cohorts.map(({ cohort, cells }) => [cohort, cells.map((one) => one?.values['retention_rate'])]),
    [
      ['2026-09-01', [1, undefined, 0.2, 0.1]],
      ['2026-10-01', [1, 0.5, undefined, undefined]],
    ],
  );
});

test('a report that nobody has sorted yet has a place and a picture all the same', () => {
  assert.deepEqual(['sales_by_brand', 'margin', 'weather'].map(groupOf), ['sales', 'money', 'more']);
  assert.equal(pictureOf({ id: 'tax', dimensions: [{ id: 'country' }] }), 'bars');
  assert.equal(pictureOf({ id: 'refunds', dimensions: [{ id: 'time' }] }), 'time');
  assert.equal(pictureOf({ id: 'sales_by_hour', dimensions: [{ id: 'weekday' }, { id: 'hour' }] }), 'week');
});

test('ranges keep their order: from the lowest up, what is in none of them last', () => {
  const rows = ['181-365', '0-7', 'none', '31-90', '8-30', '366-'].map(
    (after): Row => ({ of: { after }, values: {} }),
  );
  assert.deepEqual(
    inOwnOrder(rows, ['after']).map(({ of }) => of['after']),
    ['0-7', '8-30', '31-90', '181-365', '366-', 'none'],
  );
  assert.equal(inOwnOrder(rows, ['channel']), rows);
});

test('a share or a mean is of a count that is told with it; an amount is of nothing', () => {
  const measure = (id: string, kind: 'count' | 'share' | 'money' | 'number') => ({
    id,
    kind,
    about: '',
    timeRule: '',
  });
  const measures = [
    measure('sessions', 'count'),
    measure('orders', 'count'),
    measure('conversion_rate', 'share'),
  ];
  assert.equal(volumeOf({ measures }, measure('conversion_rate', 'share')), 'sessions');
  assert.equal(volumeOf({ measures }, measure('seconds', 'number')), 'sessions');
  assert.equal(volumeOf({ measures }, measure('net_sales', 'money')), undefined);
});
