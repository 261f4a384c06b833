import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { currencyOf, localeOf } from '../../../kernel/index.ts';
import type { SearchQuery, SearchResult } from '../query.ts';
import { NO_SETTINGS } from '../settings.ts';
import { aDocument, productIdOf } from '../testing/documents.ts';
import { SearchIndex } from './search-index.ts';

const TITLES = [
  'Stoneware mug',
  'Ceramic lamp Solveig',
  'Linen shirt',
  'Cotton T-Shirt',
  'Corner sofa',
  'Wool blanket',
  'Shirt rack',
  'Rubber boots for the garden',
];
const index = new SearchIndex(['en', 'de']);
index.apply(
  [
    ...TITLES.map((title, number) => aDocument({ number, title, codes: [`SKU-${number}`] })),
    aDocument({ number: 20, title: 'Tea', text: { description: 'goes well with a mug' } }),
    aDocument({ number: 21, title: 'Jug', german: { title: 'Gläser und Krüge' } }),
    aDocument({ number: 22, title: 'Board', codes: ['4006381333931', 'mug-1'] }),
  ],
  [],
);
index.useSettings({
  ...NO_SETTINGS,
  synonyms: [
    { id: '1', locale: 'en', source: 'couch', words: ['sofa'] },
    { id: '2', locale: 'en', source: undefined, words: ['wellies', 'rubber boots'] },
    { id: '3', locale: 'en', source: undefined, words: ['throw', 'blanket', 'plaid'] },
  ],
  rules: [
    {
      id: 'r',
      locale: 'en',
      query: 'shirts',
      pinned: [productIdOf(5)],
      boosted: [{ facet: 'product', value: productIdOf(6) }],
      buried: [],
      redirectTo: '/collections/shirts',
    },
  ],
});

function search(text: string, more: Partial<SearchQuery> = {}): SearchResult {
  const rest = { filters: {}, sort: 'relevance', offset: 0, limit: 24 } as const;
  const now = Temporal.Instant.from('2026-11-23T08:00:00Z');
  return index.search({ text, locale: localeOf('en'), currency: currencyOf('EUR'), ...rest, now, ...more });
}
const titles = (result: SearchResult): string[] => result.hits.map(({ title }) => title);

describe('a text finds', () => {
  test('what it means, the best first', () => {
    const table: [string, string[]][] = [
      ['mug', ['Stoneware mug', 'Tea']],
      ['MUGS', ['Stoneware mug', 'Tea']],
      ['the mug', ['Stoneware mug', 'Tea']],
      ['tshirt', ['Cotton T-Shirt']],
      ['t-shirts', ['Cotton T-Shirt']],
      ['blan', ['Wool blanket']],
      ['couch', ['Corner sofa']],
      ['wellies', ['Rubber boots for the garden']],
      ['plaid', ['Wool blanket']],
      ['sku-2', ['Linen shirt']],
      ['SKU 2', ['Linen shirt']],
      ['4006381333931', ['Board']],
      ['', []],
    ];
    for (const [text, expected] of table.filter(([text]) => text !== ''))
      assert.deepEqual(titles(search(text)), expected, text);
    assert.equal(search('').total, 11);
  });

  test('a one-way synonym in one way only, and plain words nothing by it', () => {
    assert.deepEqual(titles(search('sofa')), ['Corner sofa']);
    assert.equal(search('couch', { locale: localeOf('de') }).total, 0);
  });

  test('what was misspelt, and says what it searched', () => {
    const table: [string, string, string][] = [
      ['stonewear mug', 'Stoneware mug', 'stoneware mug'],
      ['blanekt', 'Wool blanket', 'blanket'],
      ['cermic lamp', 'Ceramic lamp Solveig', 'ceramic lamp'],
      ['solvieg', 'Ceramic lamp Solveig', 'solveig'],
      ['linnen', 'Linen shirt', 'linen'],
    ];
    for (const [text, title, corrected] of table) {
      assert.equal(titles(search(text))[0], title, text);
      assert.equal(search(text).correctedTo, corrected);
    }
    assert.equal(search('mug').correctedTo, undefined);
    assert.equal(search('mgu').total, 0);
  });

  test('a German word however its umlaut is typed', () => {
    for (const text of ['Gläser', 'glaser', 'Glaeser', 'Krug', 'krüge'])
      assert.deepEqual(titles(search(text, { locale: localeOf('de') })), ['Gläser und Krüge'], text);
  });

  test('those with the most words when none has all, and says so', () => {
    const result = search('wool mug blanket');
    assert.deepEqual(titles(result), ['Wool blanket']);
    assert.equal(result.isPartial, true);
    assert.equal(search('wool blanket').isPartial, false);
  });

  test('what a rule pins first, found or not, and where it sends', () => {
    const result = search('shirt');
    assert.equal(titles(result)[0], 'Wool blanket');
    assert.equal(titles(result)[1], 'Shirt rack');
    assert.equal(result.redirectTo, '/collections/shirts');
    assert.equal(search('shirt', { sort: 'title' }).hits[0]?.title, 'Cotton T-Shirt');
  });
});

test('suggestions complete the word that is being typed', () => {
  const now = Temporal.Instant.from('2026-11-23T08:00:00Z');
  const locale = localeOf('en');
  const { products } = index.suggest({ text: 'stone', locale, currency: currencyOf('EUR'), limit: 5, now });
  assert.deepEqual(
    products.map(({ title }) => title),
    ['Stoneware mug'],
  );
});
