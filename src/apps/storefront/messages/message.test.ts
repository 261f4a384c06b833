import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localeOf } from '../../../kernel/index.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { message } from './index.ts';

test('a text is chosen by language, plural and values', () => {
  const rows: readonly [string, Parameters<typeof message>[1], Record<string, string | number>, string][] = [
    ['en', 'listing.count', { count: 1 }, '1 product'],
    ['en', 'listing.count', { count: 1234 }, '1,234 products'],
    ['de-AT', 'listing.count', { count: 2 }, '2 Produkte'],
    ['fr', 'nav.home', {}, 'Home'],
    ['en', 'search.title_for', { text: '$& {count}' }, 'Results for “$& {count}”'],
  ];
  for (const [locale, key, values, expected] of rows) {
    assert.equal(message(localeOf(locale), key, values), expected);
  }
});

test('every language fills the same placeholders', () => {
  const placeholders = (text: unknown) =>
    [...new Set(JSON.stringify(text).match(/\{\w+\}/g) ?? [])].sort().join(' ');
  for (const [key, text] of Object.entries(de)) {
    assert.equal(
      placeholders(text),
      placeholders(Object.entries(en).find(([name]) => name === key)?.[1]),
      key,
    );
  }
});
