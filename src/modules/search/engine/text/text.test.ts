import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { slipsAllowed, withinDistance } from './distance.ts';
import { fold, foldTyped } from './fold.ts';
import { stemmerOf } from './stem.ts';
import { normalizeCode, normalizeQuery, tokens } from './tokens.ts';

describe('words', () => {
  test('are folded to letters without accents', () => {
    const table: [string, string][] = [
      ['Crème Brûlée', 'creme brulee'],
      ['GLÄSER', 'glaser'],
      ['Straße', 'strasse'],
      ['Ærø', 'aero'],
      ['Łódź', 'lodz'],
    ];
    for (const [text, folded] of table) assert.equal(fold(text), folded);
    assert.equal(foldTyped('glaeser'), 'glaser');
    assert.equal(foldTyped('lamp'), undefined);
  });

  test('come out of a text with compounds in parts and joined', () => {
    const table: [string, string[]][] = [
      ['Blue T-Shirt', ['blue', 't', 'shirt', 'tshirt']],
      ["Men's 100% cotton", ['mens', '100', 'cotton']],
      ['E27/E14', ['e27', 'e14', 'e27e14']],
      ['日本の皿', ['日本の皿']],
      [' – ', []],
    ];
    for (const [text, words] of table) assert.deepEqual(tokens(text), words);
  });

  test('meet in their stem', () => {
    const table: [string, string, string][] = [
      ['en', 'batteries', 'battery'],
      ['en', 'glasses', 'glass'],
      ['en', 'dishes', 'dish'],
      ['en', 'shoes', 'shoe'],
      ['en', 'vases', 'vase'],
      ['en', 'knives', 'knife'],
      ['en', 'boxes', 'box'],
      ['de', 'lampen', 'lampe'],
      ['de', 'glaser', 'glas'],
      ['de', 'hemden', 'hemd'],
      ['de', 'tische', 'tisch'],
      ['de', 'teppiche', 'teppich'],
    ];
    for (const [locale, a, b] of table) {
      const stem = stemmerOf(locale);
      assert.equal(stem(a), stem(b), `${a} and ${b}`);
    }
    const apart: [string, string, string][] = [
      ['en', 'glass', 'glas'],
      ['en', 'dress', 'dres'],
      ['en', 'mug', 'mud'],
    ];
    for (const [locale, a, b] of apart) assert.notEqual(stemmerOf(locale)(a), stemmerOf(locale)(b));
  });

  test('of a query are kept for reports unless they may name a person', () => {
    assert.equal(normalizeQuery('  Blue   LAMPS '), 'blue lamps');
    assert.equal(normalizeQuery('ann@example.com'), '');
    assert.equal(normalizeQuery('0170 123 45 67 8'), '');
  });

  test('of a code are compared without signs and capitals', () => {
    assert.equal(normalizeCode('AB-12 c/7'), 'ab12c7');
  });
});

describe('words a slip away', () => {
  test('are those that a plain computation of the distance finds', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 60 }),
        word,
        fc.constantFrom(1, 2),
        (list, typed, slips) => {
          const sorted = list.toSorted();
          const found: [string, number][] = [];
          withinDistance(sorted, typed, slips, (at, distance) => found.push([sorted[at] ?? '', distance]));
          const expected = sorted
            .map((one): [string, number] => [one, distanceOf(one, typed)])
            .filter(([, distance]) => distance <= slips);
          assert.deepEqual(found, expected);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('are looked for in longer words only', () => {
    const table: [number, number][] = [
      [3, 0],
      [4, 1],
      [7, 1],
      [8, 2],
    ];
    for (const [length, slips] of table) assert.equal(slipsAllowed(length), slips);
  });
});

/** Optimal string alignment, straight from its recurrence. */
function distanceOf(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => i + j),
  );
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const wrong = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(wrong, at(i - 1, j) + 1, at(i, j - 1) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(i - 2, j - 2) + 1);
      const row = rows[i];
      if (row) row[j] = least;
    }
  return at(a.length, b.length);
}
