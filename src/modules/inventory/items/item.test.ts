import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tsQueryOf, wordsIn } from './item.ts';

test('words are compared without case and accents, split at everything that is no letter or digit', () => {
  const rows: readonly (readonly [text: string, words: readonly string[]])[] = [
    ['Café-Crème 2', ['cafe', 'creme', '2']],
    ['  HALDEN_Mug / 0,3 l ', ['halden', 'mug', '0', '3', 'l']],
    ['Straße', ['strasse']],
    ['---', []],
    ['', []],
  ];
  for (const [text, words] of rows) assert.deepEqual(wordsIn(text), words, text);
});

test('a search asks for every word once, each as the beginning of one', () => {
  const rows: readonly (readonly [text: string, query: string | undefined])[] = [
    ['Hal mug', "'hal':* & 'mug':*"],
    ["mug mug'; drop", "'mug':* & 'drop':*"],
    ['%', undefined],
    [
      Array.from({ length: 30 }, (_, index) => `w${index}`).join(' '),
      tsQueryOf(Array.from({ length: 12 }, (_, index) => `w${index}`).join(' ')),
    ],
  ];
  for (const [text, query] of rows) assert.equal(tsQueryOf(text), query, text);
});
