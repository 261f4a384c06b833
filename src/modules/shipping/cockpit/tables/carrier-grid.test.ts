import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCarrierGrid } from './carrier-grid.ts';

const euro = { currency: 'EUR', unit: 'kg' } as const;
const problems = (text: string, how: { currency: string; unit: 'kg' | 'g' } = euro) =>
  readCarrierGrid(text, how).problems.map(({ row, column, kind }) => `${kind} ${row}/${column}`);

test('a price list is read as a spreadsheet copies it, in any way to write amounts and weights', () => {
  const text =
    'up to\tZone 1\tZone 2\r\n1 kg\t4,90 €\t9.90\r\n2,5\t6,90 €\t1.212,00\r\nbis 31,5 kg\t12,00 €\t\r\n';
  const { zones, problems: wrong } = readCarrierGrid(text, euro);
  assert.deepEqual(wrong, []);
  assert.deepEqual(zones, [
    {
      code: 'Zone 1',
      steps: [
        { upTo: 1_000, price: '4.90' },
        { upTo: 2_500, price: '6.90' },
        { upTo: 31_500, price: '12.00' },
      ],
    },
    {
      code: 'Zone 2',
      steps: [
        { upTo: 1_000, price: '9.90' },
        { upTo: 2_500, price: '1212.00' },
      ],
    },
  ]);
});

test('bare numbers are grams where that is said, and semicolons part cells where there are no tabs', () => {
  const { zones } = readCarrierGrid('g;A\n500;300\n2 kg;500', { currency: 'JPY', unit: 'g' });
  assert.deepEqual(zones[0]?.steps, [
    { upTo: 500, price: '300' },
    { upTo: 2_000, price: '500' },
  ]);
});

test('what is wrong is named at its cell', () => {
  const table: [text: string, expected: readonly string[]][] = [
    ['', ['no_head 0/0']],
    ['1\n2', ['no_head 0/0']],
    ['kg\tA', ['no_rows 0/0']],
    ['kg\tA\nheavy\t1', ['weight 1/0']],
    ['kg\tA\n2\t1\n2\t2', ['order 2/0']],
    ['kg\tA\n1\tfree', ['price 1/1']],
    ['kg\tA\n1\t-4', ['price 1/1']],
    ['kg\tA\tB\n1\t\t2\n2\t3\t4', ['gap 1/1']],
    ['kg\tA\tB\n1\t1\t', ['no_price 1/2']],
    ['kg\tA\tA\n1\t1\t2', ['same_zone 0/2']],
  ];
  for (const [text, expected] of table) assert.deepEqual(problems(text), expected, JSON.stringify(text));
});
