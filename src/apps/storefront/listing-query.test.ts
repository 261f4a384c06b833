import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyOf } from '../../kernel/index.ts';
import { isNarrowed, readListingQuery, writeListingQuery } from './listing-query.ts';

const EUR = currencyOf('EUR');
const tidied = (text: string) => writeListingQuery(readListingQuery(new URLSearchParams(text), EUR), EUR);

test('equal states have one address, whatever was typed', () => {
  const rows: readonly [string, string][] = [
    ['', ''],
    ['page=1&sort=&stock=0&utm_source=mail', ''],
    ['f.size=M&f.color=red&f.color=blue&f.color=red', '?f.color=blue&f.color=red&f.size=M'],
    ['price=10-50', '?price=10-50'],
    ['price_min=10.50&price_max=', '?price=10.50-'],
    ['price_min=&price_max=9,99', '?price=-9.99'],
    ['price=50-10', '?price=10-50'],
    ['price=abc-1e9', ''],
    ['price=10.999-', ''],
    ['stock=1&page=2&sort=newest', '?stock=1&sort=newest&page=2'],
    ['page=-3', ''],
    ['page=99999999', ''],
    ['page=999999', '?page=416'],
    ['sort=drop%20table', ''],
    ['q=%20%20blue%20%20mug%20', '?q=blue+mug'],
    ['f.=x&f.color=', ''],
    ['f.<script>=x', ''],
  ];
  for (const [typed, expected] of rows) assert.equal(tidied(typed), expected, typed);
});

test('the own order of a listing is not in its address', () => {
  const read = (text: string) => readListingQuery(new URLSearchParams(text), EUR, 'newest').sort;
  assert.equal(read('sort=newest'), undefined);
  assert.equal(read('sort=title'), 'title');
});

test('what is too much is cut', () => {
  assert.equal(readListingQuery(new URLSearchParams({ q: 'x'.repeat(5_000) }), EUR).text.length, 120);
  const many = Array.from({ length: 500 }, (_, index) => `f.a=${index}`).join('&');
  assert.equal(readListingQuery(new URLSearchParams(many), EUR).filters['a']?.length, 20);
});

test('a page number alone narrows nothing', () => {
  const read = (text: string) => isNarrowed(readListingQuery(new URLSearchParams(text), EUR));
  assert.equal(read('page=2'), false);
  assert.equal(read('q=mug'), false);
  for (const text of ['f.a=b', 'price=1-', 'stock=1', 'sort=newest']) assert.equal(read(text), true, text);
});
