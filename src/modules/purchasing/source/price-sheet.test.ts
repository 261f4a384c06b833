import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyOf } from '../../../kernel/index.ts';
import { parsePriceSheet } from './price-sheet.ts';

const EUR = currencyOf('EUR');

test('a price list as it is pasted: its separators, decimals, heads of four languages, prices by quantity', () => {
  const sheets = [
    'SKU\tSupplier SKU\tPrice\tFrom\tPack\tMOQ\nA-1\tT1\t5.00\t1\t12\t24\nA-1\tT1\t4.50\t100\t12\t24\n',
    'Artikelnummer;Lieferantennummer;Preis;Ab Menge;VE;Mindestmenge\r\nA-1;T1;5,00 €;1;12;24\r\nA-1;T1;4,50;100;12;24',
    'sku,supplier_sku,price,from,pack,min\n"A-1","T1","5.00",1,12,24\nA-1,T1,4.5,100,12,24',
  ];
  for (const sheet of sheets) {
    const { entries, problems } = parsePriceSheet(sheet, EUR);
    assert.deepEqual(problems, []);
    const breaks = [
      { from: 1, priceMinor: 500n, perQuantity: 1 },
      { from: 100, priceMinor: 450n, perQuantity: 1 },
    ];
    const terms = { sku: 'T1', packSize: 12, minimumQuantity: 24, shelfLifeDays: undefined };
    assert.deepEqual(entries, [{ line: 2, code: 'A-1', ...terms, breaks }]);
  }
});

test('prices of more digits are for more pieces, and thousands are told from decimals', () => {
  const rows: readonly (readonly [text: string, priceMinor: bigint, perQuantity: number])[] = [
    ['0.0125', 125n, 100],
    ['1.234,50', 123_450n, 1],
    ['1,234.50', 123_450n, 1],
    ['7', 700n, 1],
    ['0', 0n, 1],
  ];
  for (const [text, priceMinor, perQuantity] of rows) {
    const [entry] = parsePriceSheet(`sku;price\nA;${text}`, EUR).entries;
    assert.deepEqual(entry?.breaks, [{ from: 1, priceMinor, perQuantity }], text);
  }
});

test('a price that may be thousands or decimals is read as the others of its sheet, or not at all', () => {
  const read = (...prices: readonly string[]) => {
    const sheet = ['sku;price', ...prices.map((price, index) => `A${index};${price}`)].join('\n');
    const { entries, problems } = parsePriceSheet(sheet, EUR);
    return [entries.map(({ breaks: [one] }) => [one?.priceMinor, one?.perQuantity]), problems.length];
  };
  assert.deepEqual(read('1,250'), [[], 1]);
  assert.deepEqual(read('1,250', '0.99'), [
    [
      [125_000n, 1],
      [99n, 1],
    ],
    0,
  ]);
  assert.deepEqual(read('1.250', '0,99 €'), [
    [
      [125_000n, 1],
      [99n, 1],
    ],
    0,
  ]);
  assert.deepEqual(read('1.255', '0.99'), [
    [
      [1_255n, 10],
      [99n, 1],
    ],
    0,
  ]);
  assert.deepEqual(read('1,250', '0.99', '0,99'), [
    [
      [99n, 1],
      [99n, 1],
    ],
    1,
  ]);
  assert.deepEqual(read('0.125', '12.5'), [
    [
      [125n, 10],
      [1_250n, 1],
    ],
    0,
  ]);
});

test('what cannot be read is named with its line, and the rest is read', () => {
  const sheet = 'sku;price;pack\nA;1;1\nB;much;1\n;2;1\nC;2;1.5\nD;3;';
  const { entries, problems } = parsePriceSheet(sheet, EUR);
  assert.deepEqual(
    entries.map(({ code }) => code),
    ['A', 'D'],
  );
  assert.deepEqual(
    problems.map(({ line }) => line),
    [3, 4, 5],
  );
  assert.deepEqual(
    parsePriceSheet('a;b\n1;2', EUR).problems.map(({ line }) => line),
    [1],
  );
});
