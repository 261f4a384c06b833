import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, readAddress } from './address.ts';

const PREFIXES = new Set(['', 'de', 'en-gb']);

test('an address names prefix, page and where it has moved', () => {
  const rows: readonly [string, string, string | undefined, string | undefined][] = [
    ['/', '', 'home', undefined],
    ['/de', 'de', 'home', undefined],
    ['/de/', 'de', 'home', '/de'],
    ['/DE/Products/Tasse/', 'de', 'product', '/de/products/tasse'],
    ['/products/mug', '', 'product', undefined],
    ['/products/caf%C3%A9', '', 'product', undefined],
    ['/products/caf%c3%a9', '', 'product', undefined],
    ['/products', '', undefined, undefined],
    ['/products/', '', undefined, undefined],
    ['/products/a/b', '', undefined, undefined],
    ['/en-gb/categories/home/kitchen', 'en-gb', 'category', undefined],
    ['/categories/home//kitchen', '', undefined, undefined],
    ['/fr/products/mug', '', undefined, undefined],
    ['/search/suggest', '', 'suggest', undefined],
    ['//evil.example', '', undefined, undefined],
  ];
  for (const [path, prefix, kind, movedTo] of rows) {
    const address = readAddress(path, PREFIXES);
    assert.ok(address, path);
    assert.deepEqual([address.prefix, address.route?.kind, address.movedTo], [prefix, kind, movedTo], path);
  }
});

test('a path that is no text is no address', () => {
  for (const path of ['/%ff', '/%', '/a%00b', `/${'a'.repeat(2_000)}`, 'products']) {
    assert.equal(readAddress(path, PREFIXES), undefined, path);
  }
});

test('moving never leads off the site', () => {
  for (const path of ['//evil.example/', '/%2Fevil.example/', '/DE//evil.example/', '/\\evil/']) {
    const moved = readAddress(path, PREFIXES)?.movedTo;
    assert.ok(moved === undefined || /^\/[^/\\]/.test(moved), `${path} → ${moved}`);
  }
});

test('a storefront has its own address of every path', () => {
  assert.equal(addressOf('', '/'), '/');
  assert.equal(addressOf('de', '/'), '/de');
  assert.equal(addressOf('de', '/products/café'), '/de/products/caf%C3%A9');
});
