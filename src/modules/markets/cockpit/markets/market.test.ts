import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeFor, type Market, moved, prefixFor, storefrontsInOrder, takenBy } from './market.ts';

const aMarket = (code: string, countries: readonly string[], position = 0): Market => ({
  ...{ code, name: code.toUpperCase(), countries: [...countries], currency: 'EUR' },
  ...{ pricesIncludeTax: true, position },
});

test('a market gets a code of its name that no other has', () => {
  const markets = [aMarket('alps', ['CH']), aMarket('alps-2', ['LI'])];
  const table = [
    ['United Kingdom', 'united-kingdom'],
    ['Österreich & Schweiz', 'osterreich-schwei'],
    ['日本', 'market'],
    ['Alps', 'alps-3'],
  ] as const;
  for (const [name, code] of table) assert.equal(codeFor(name, markets), code, name);
});

test('a language gets a short address that is still free', () => {
  const storefronts = [{ prefix: '' }, { prefix: 'de' }, { prefix: 'en-us' }];
  const table = [
    ['fr', ['FR'], 'fr'],
    ['de', ['CH'], 'de-ch'],
    ['en-GB', ['GB'], 'en-gb'],
    ['en-US', ['US'], 'en'],
    ['de', [], ''],
    ['zh-Hant', ['TW'], 'zh-tw'],
  ] as const;
  for (const [locale, countries, prefix] of table) {
    assert.equal(prefixFor(locale, countries, storefronts), prefix, `${locale} ${countries}`);
  }
});

test('what is moved takes the place, and only those that stand elsewhere are saved', () => {
  const markets = ['a', 'b', 'c', 'd'].map((code, position) => aMarket(code, [], position));
  const placed = (from: number, to: number) =>
    moved(markets, from, to).map(({ code, position }) => `${code}${position}`);
  assert.deepEqual(placed(2, 1), ['c1', 'b2']);
  assert.deepEqual(placed(0, 3), ['b0', 'c1', 'd2', 'a3']);
  assert.deepEqual(placed(0, -1), []);
  assert.deepEqual(placed(3, 4), []);
});

test('a country of another market says of which, and the front page stands first', () => {
  const markets = [aMarket('eu', ['DE', 'FR']), aMarket('ch', ['CH'])];
  assert.deepEqual([...takenBy(markets, 'eu')], [['CH', 'CH']]);
  const storefronts = ['de', '', 'fr'].map((prefix, position) => {
    return { prefix, market: 'eu', locale: 'en', position: 2 - position };
  });
  assert.deepEqual(
    storefrontsInOrder(storefronts).map(({ prefix }) => prefix),
    ['', 'fr', 'de'],
  );
});
