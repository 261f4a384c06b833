import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Entry, matching } from './entries.ts';

const entry = (title: string, words = ''): Entry => ({ title, detail: '', group: '', path: '/', words });
const ENTRIES = [
  entry('Neue Bestellung', 'New order draft'),
  entry('Bestellungen', 'Orders'),
  entry('Zubehör'),
];
const titles = (typed: string) => matching(ENTRIES, typed).map(({ title }) => title);

test('what is typed finds words by their beginnings, in the language shown and in English', () => {
  assert.deepEqual(titles(''), ['Neue Bestellung', 'Bestellungen', 'Zubehör']);
  assert.deepEqual(titles('ord'), ['Neue Bestellung', 'Bestellungen']);
  assert.deepEqual(titles('new dra'), ['Neue Bestellung']);
  assert.deepEqual(titles('rder'), []);
});

test('accents and case do not matter; a title that begins with it comes first', () => {
  assert.deepEqual(titles('ZUBEHOR'), ['Zubehör']);
  assert.deepEqual(titles('bestell'), ['Bestellungen', 'Neue Bestellung']);
});
