import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type CellRow, sheetColumns } from './columns.ts';
import { movedBy } from './move.ts';
import { problemsOf, sendingOf, spread } from './sent.ts';
import {
  changed,
  cleared,
  filledDown,
  keyOf,
  pasted,
  redo,
  sheetOf,
  textAt,
  textsIn,
  undo,
} from './sheet.ts';
import { parseTsv, writeTsv } from './tsv.ts';

const at = (row: number, column: number) => ({ row, column });
const one = (row: number, column: number) => ({ from: at(row, column), to: at(row, column) });

test('cells from a clipboard are read as spreadsheets write them', () => {
  const table: [string, string[][]][] = [
    ['a', [['a']]],
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"two\nlines"\t"say ""hi"""\nx', [['two\nlines', 'say "hi"'], ['x']]],
    ['\t\n', [['', '']]],
    ['12" pipe\tb', [['12" pipe', 'b']]],
    ['', [['']]],
    ['a\n\nb', [['a'], [''], ['b']]],
  ];
  for (const [text, cells] of table) assert.deepEqual(parseTsv(text), cells, JSON.stringify(text));
});

test('what is copied is pasted as it was, whatever is in it', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('"', '\t', '\n', 'a"b', '', 'x\ty'));
  const rows = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
    );
  fc.assert(
    fc.property(rows, (cells) => {
      // A single empty cell at the end of the last line cannot be told from a line that is none.
      if (cells.at(-1)?.every((text) => text === '')) return;
      const bare = cells.map((row) => row.map((text) => text.replaceAll('\r', '')));
      assert.deepEqual(parseTsv(writeTsv(bare)), bare);
    }),
  );
});

test('undoing all steps gives the sheet back, and doing them again gives the same', () => {
  const change = fc.record({ row: fc.nat(2), column: fc.nat(2), text: fc.constantFrom('', 'a', 'b') });
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 6 }), (steps) => {
      const fresh = sheetOf([
        ['a', '', ''],
        ['', 'b', ''],
        ['', '', ''],
      ]);
      const last = steps.reduce(changed, fresh);
      const undone = last.done.reduce((sheet) => undo(sheet), last);
      assert.equal(undone.edits.size, 0);
      const again = undone.undone.reduce((sheet) => redo(sheet), undone);
      assert.deepEqual(again.edits, last.edits);
    }),
  );
});

test('one cell fills a range, a block is repeated where it fits, and nothing is written outside', () => {
  const sheet = sheetOf([
    ['', ''],
    ['', ''],
    ['', ''],
  ]);
  const whole = { from: at(0, 0), to: at(2, 1) };
  const write = (range: typeof whole, cells: string[][]) =>
    textsIn(changed(sheet, pasted(sheet, range, cells, 2)), whole);
  assert.deepEqual(write(whole, [['x']]), [
    ['x', 'x'],
    ['x', 'x'],
    ['x', 'x'],
  ]);
  assert.deepEqual(write(whole, [['a', 'b']]), [
    ['a', 'b'],
    ['a', 'b'],
    ['a', 'b'],
  ]);
  assert.deepEqual(
    write(one(2, 1), [
      ['a', 'b'],
      ['c', 'd'],
    ]),
    [
      ['', ''],
      ['', ''],
      ['', 'a'],
    ],
  );
  assert.deepEqual(write(one(0, 0), [['1'], ['2'], ['3']]), [
    ['1', ''],
    ['2', ''],
    ['3', ''],
  ]);
});

test('filling down and clearing change the range and no other cell', () => {
  const sheet = sheetOf([
    ['1', 'a'],
    ['2', 'b'],
    ['3', 'c'],
  ]);
  const range = { from: at(0, 0), to: at(2, 0) };
  const filled = changed(sheet, filledDown(sheet, range));
  assert.deepEqual(textsIn(filled, { from: at(0, 0), to: at(2, 1) }), [
    ['1', 'a'],
    ['1', 'b'],
    ['1', 'c'],
  ]);
  const empty = changed(sheet, cleared(range));
  assert.deepEqual(textsIn(empty, { from: at(0, 0), to: at(2, 1) }), [
    ['', 'a'],
    ['', 'b'],
    ['', 'c'],
  ]);
});

test('keys lead where they do in a spreadsheet', () => {
  const sheet = sheetOf([
    ['a', 'b', ''],
    ['a', '', ''],
    ['a', '', 'c'],
    ['', '', ''],
  ]);
  const size = { rows: 4, columns: 3 };
  const press = (range: ReturnType<typeof one>, key: string, more: object = {}) =>
    movedBy(sheet, size, range, { key, isShift: false, isMod: false, page: 2, ...more });
  assert.deepEqual(press(one(0, 0), 'ArrowDown'), one(1, 0));
  assert.deepEqual(press(one(0, 0), 'ArrowUp'), one(0, 0));
  assert.deepEqual(press(one(0, 0), 'ArrowDown', { isMod: true }), one(2, 0));
  assert.deepEqual(press(one(1, 1), 'ArrowRight', { isMod: true }), one(1, 2));
  assert.deepEqual(press(one(0, 0), 'ArrowRight', { isShift: true }), { from: at(0, 0), to: at(0, 1) });
  assert.deepEqual(press(one(0, 0), 'End', { isMod: true }), one(3, 2));
  assert.deepEqual(press(one(1, 1), 'Enter'), one(2, 1));
  assert.deepEqual(press(one(1, 1), 'Tab', { isShift: true }), one(1, 0));
  assert.deepEqual(press(one(3, 0), 'PageUp'), one(1, 0));
  assert.equal(press(one(0, 0), 'x'), undefined);
});

const CHECKS = {
  ...{
    amount: 'amount',
    whole: 'whole',
    status: 'status',
    title: 'title',
    priceFirst: 'p',
    country: 'country',
  },
  ...{ hs: 'hs', compareAt: 'compareAt' },
};
const columns = sheetColumns({
  ...{ names: {}, checks: CHECKS, statuses: { draft: 'Entwurf', active: 'Aktiv', archived: 'Archiviert' } },
  ...{ currencies: ['EUR'], places: [{ id: 'p', name: 'Main' }], may: () => true },
});
const row = (productId: string, variantId: string): CellRow => ({
  ...{ productId, variantId, isFirst: true, optionValues: [variantId], title: productId, status: 'active' },
  ...{ productType: '', brand: '', tags: [], seoTitle: '', seoDescription: '', taxCode: '' },
  prices: [{ price: { amount: '5.00', currency: 'EUR' } }],
  stock: [{ locationId: 'p', onHand: 2 }],
});
const rows = [row('cup', 's'), row('cup', 'm'), row('pot', 'x')];
const sheet = sheetOf(rows.map((one) => columns.map(({ read }) => read(one))));
const columnOf = (key: string) => columns.findIndex((column) => column.key === key);
const put = (place: number, key: string, text: string) => {
  const column = columnOf(key);
  return { row: place, column, text: columns[column]?.tidy?.(text) ?? text };
};

test('changed cells are sent as the API takes them, and no others', () => {
  const edited = changed(sheet, [
    ...[put(0, 'price:EUR', '1.234,5'), put(1, 'compareAt:EUR', '9'), put(1, 'onHand:p', '7')],
    ...[put(2, 'tags', 'a, b'), put(2, 'status', 'entwurf'), put(2, 'weightGrams', '')],
  ]);
  const { rows: sent, places, cells } = sendingOf(edited, rows, columns);
  assert.deepEqual(
    sent.map((one) => one.cells),
    [
      { prices: [{ price: { amount: '1234.50', currency: 'EUR' } }] },
      {
        prices: [
          { price: { amount: '5.00', currency: 'EUR' }, compareAt: { amount: '9.00', currency: 'EUR' } },
        ],
        onHand: [{ locationId: 'p', onHand: 7 }],
      },
      { status: 'draft', tags: ['a', 'b'] },
    ],
  );
  assert.deepEqual([places, cells], [[0, 1, 2], 5]);
});

test('what cannot be is told by its cell before anything is sent', () => {
  const wrong = [
    put(0, 'price:EUR', 'seven'),
    put(0, 'title', ' '),
    put(1, 'weightGrams', '1.5'),
    put(1, 'originCountry', 'deu'),
  ];
  const edited = changed(sheet, [...wrong, put(2, 'status', 'sold')]);
  assert.deepEqual([...problemsOf(edited, columns).values()].toSorted(), [
    'amount',
    'country',
    'status',
    'title',
    'whole',
  ]);
});

test('a product’s own field changes in all of its rows', () => {
  const edited = changed(sheet, spread([put(1, 'title', 'Mug'), put(1, 'sku', 'x')], rows, columns));
  const titles = rows.map((_, place) => textAt(edited, at(place, columnOf('title'))));
  assert.deepEqual(titles, ['Mug', 'Mug', 'pot']);
  assert.ok(!edited.edits.has(keyOf(at(0, columnOf('sku')))));
});

test('ten thousand cells are pasted and checked in a moment', () => {
  const many = Array.from({ length: 1_000 }, (_, index) => row(`p${index}`, 'v'));
  const large = sheetOf(many.map((one) => columns.map(({ read }) => read(one))));
  const block = Array.from({ length: 1_000 }, () => Array.from({ length: 10 }, () => '7.00'));
  const began = performance.now();
  const filled = changed(large, spread(pasted(large, one(0, 0), block, columns.length), many, columns));
  problemsOf(filled, columns);
  assert.equal(filled.edits.size > 9_000, true);
  assert.ok(performance.now() - began < 1_000, `${performance.now() - began} ms`);
});
