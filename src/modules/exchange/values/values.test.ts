import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { neutralise, restore } from '../../../platform/csv/index.ts';
import { columnMark, readDecimal } from './decimal.ts';
import { readList, readPaths, writeList, writePaths } from './list.ts';
import { toGrams, toMillimetres } from './measure.ts';

const decimal = (text: string, mark?: '.' | ',') => {
  const reading = readDecimal(text, mark);
  return reading.ok ? reading.decimal : reading.code;
};

test('a number reads the same in every way people write it', () => {
  for (const text of [
    '1234.5',
    '1234,5',
    '1.234,5',
    '1,234.5',
    "1'234.5",
    '1 234,5',
    '€ 1.234,5',
    '1.234,5 EUR',
    '$1,234.5',
  ]) {
    assert.equal(decimal(text), '1234.5', text);
  }
  assert.equal(decimal('33.61'), '33.61');
  assert.equal(decimal('33,61'), '33.61');
  assert.equal(decimal('1.234.567'), '1234567');
  assert.equal(decimal('0,500'), '0.500');
  assert.equal(decimal('.5'), '0.5');
  assert.equal(decimal('-3,5'), '-3.5');
  assert.equal(decimal('12'), '12');
});

test('one that may mean two numbers follows its column, and is refused when the column does not tell', () => {
  assert.equal(decimal('1,234', '.'), '1234');
  assert.equal(decimal('1,234', ','), '1.234');
  assert.equal(decimal('1.234', ','), '1234');
  assert.equal(decimal('1.234', '.'), '1.234');
  assert.equal(decimal('1,234'), 'ambiguous_number');
  assert.equal(columnMark(['12', '1.234', '33,61']), ',');
  assert.equal(columnMark(['1,234', '33.61']), '.');
  assert.equal(columnMark(['33,61', '33.61']), undefined);
});

test('what is no number is none', () => {
  for (const text of ['', 'abc', '1,2,3', '1.2.3', '1.23.456', '12-3', '1,234.5.6', '--1', '=1+1']) {
    assert.equal(decimal(text), 'not_a_number', text);
  }
});

test('a decimal with one to two digits never grows, whatever mark its column has', () => {
  fc.assert(
    fc.property(
      fc.nat(9999),
      fc.nat(99),
      fc.constantFrom('.', ','),
      fc.constantFrom('.' as const, ',' as const, undefined),
      (whole, part, sign, mark) => {
        const cents = String(part).padStart(2, '0');
        assert.equal(decimal(`${whole}${sign}${cents}`, mark), `${whole}.${cents}`);
      },
    ),
  );
});

test('a neutralised cell is never live and comes back as it was', () => {
  const cell = fc.string({
    unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', 'a', '1'),
    maxLength: 5,
  });
  fc.assert(
    fc.property(cell, (text) => {
      assert.doesNotMatch(neutralise(text), /^[=+\-@\t\r]/);
      assert.equal(restore(neutralise(text)), text);
    }),
  );
});

test('lists and paths of any trimmed texts survive the way into a cell and back', () => {
  const element = fc
    .string({ unit: fc.constantFrom(',', ';', '>', '\\', ' ', 'a', '"', '\n'), minLength: 1, maxLength: 6 })
    .filter((text) => text.trim() !== '');
  fc.assert(
    fc.property(fc.array(fc.array(element, { minLength: 1, maxLength: 3 }), { maxLength: 4 }), (paths) => {
      assert.deepEqual(readList(writeList(paths.flat(), ','), ','), paths.flat());
      assert.deepEqual(readPaths(writePaths(paths, ';'), ';'), paths);
    }),
  );
  assert.deepEqual(readList(' a,b ,, c\\, d', ','), ['a', 'b', 'c, d']);
});

test('measures become whole grams and millimetres', () => {
  assert.equal(toGrams(1.5, 'kg'), 1500);
  assert.equal(toGrams(1, 'lbs'), 454);
  assert.equal(toGrams(1, 'stone'), undefined);
  assert.equal(toMillimetres(10, 'in'), 254);
  assert.equal(toMillimetres(-1, 'cm'), undefined);
});
