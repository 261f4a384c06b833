import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { currencyOf, localeOf } from '../../../kernel/index.ts';
import type { SearchDocument } from '../document.ts';
import { type SearchQuery, SORTS } from '../query.ts';
import { aDocument, productIdOf } from '../testing/documents.ts';
import { freezeCore, thawCore } from './freeze.ts';
import { SearchIndex } from './search-index.ts';

const NOW = Temporal.Instant.from('2026-11-23T08:00:00Z');
const BASE: SearchQuery = {
  locale: localeOf('en'),
  currency: currencyOf('EUR'),
  filters: {},
  sort: 'relevance',
  offset: 0,
  limit: 250,
  now: NOW,
};
const COLLECTION = productIdOf(9_999);
const WORDS = ['red', 'lamp', 'oak', 'mug', 'soft'];
const COLORS = ['Red', 'Blue', 'Green'];

const documents = fc
  .uniqueArray(
    fc.record({
      number: fc.integer({ min: 0, max: 400 }),
      words: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }),
      brand: fc.constantFrom('alma', 'nord', undefined),
      colors: fc.uniqueArray(fc.constantFrom(...COLORS), { maxLength: 3 }),
      path: fc.constantFrom('home/kitchen', 'home', 'wear/shirts'),
      min: fc.integer({ min: 0, max: 20 }),
      spread: fc.integer({ min: 0, max: 5 }),
      isBuyable: fc.boolean(),
      isPriced: fc.boolean(),
      sales: fc.integer({ min: 0, max: 3 }),
      window: fc.constantFrom('always', 'past', 'future'),
      isCollected: fc.boolean(),
    }),
    { selector: ({ number }) => number, maxLength: 40 },
  )
  .map((list) => list.map(documentOf));

type Drawn = {
  readonly number: number;
  readonly words: readonly string[];
  readonly brand: string | undefined;
  readonly colors: readonly string[];
  readonly path: string;
  readonly min: number;
  readonly spread: number;
  readonly isBuyable: boolean;
  readonly isPriced: boolean;
  readonly sales: number;
  readonly window: string;
  readonly isCollected: boolean;
};

function documentOf(drawn: Drawn): SearchDocument {
  const price = {
    minMinor: String(drawn.min),
    maxMinor: String(drawn.min + drawn.spread),
    compareAtMinor: null,
  };
  const untilMs = drawn.window === 'past' ? NOW.epochMilliseconds : null;
  return aDocument({
    number: drawn.number,
    title: drawn.words.join(' '),
    brand: drawn.brand === undefined ? null : { handle: drawn.brand, name: drawn.brand },
    options: { Color: drawn.colors },
    categoryPaths: [drawn.path],
    prices: drawn.isPriced ? { EUR: price } : {},
    isBuyable: drawn.isBuyable,
    sales30d: drawn.sales,
    window: { fromMs: drawn.window === 'future' ? NOW.epochMilliseconds + 1 : null, untilMs },
    collections: drawn.isCollected
      ? [{ id: COLLECTION, position: drawn.number % 3, kind: null, place: null }]
      : [],
  });
}

const queries = fc.record({
  text: fc.option(
    fc.subarray(WORDS, { minLength: 1, maxLength: 2 }).map((words) => words.join(' ')),
    { nil: '' },
  ),
  colors: fc.subarray(COLORS),
  brands: fc.subarray(['alma', 'nord']),
  category: fc.constantFrom('home', 'home/kitchen', undefined),
  isCollection: fc.boolean(),
  range: fc.constantFrom(undefined, { minMinor: 5n, maxMinor: 12n }, { minMinor: 10n }),
  inStockOnly: fc.boolean(),
  sort: fc.constantFrom(...SORTS),
});

type DrawnQuery = typeof queries extends fc.Arbitrary<infer Query> ? Query : never;

function queryOf(drawn: DrawnQuery): SearchQuery {
  return {
    ...BASE,
    text: drawn.text ?? '',
    filters: { 'option.Color': drawn.colors, brand: drawn.brands },
    inStockOnly: drawn.inStockOnly,
    sort: drawn.sort,
    ...(drawn.range === undefined ? {} : { price: drawn.range }),
    ...(drawn.category === undefined ? {} : { categoryPath: drawn.category }),
    ...(drawn.isCollection ? { collectionId: COLLECTION } : {}),
  };
}

/** The same conditions said plainly, a product at a time; `except` leaves one facet's own choice out. */
function matching(list: readonly SearchDocument[], query: SearchQuery, except?: string): SearchDocument[] {
  const words = (query.text ?? '').split(' ').filter((word) => word !== '');
  const visible = list.filter((one) => {
    const from = one.window.fromMs ?? Number.NEGATIVE_INFINITY;
    const until = one.window.untilMs ?? Number.POSITIVE_INFINITY;
    return from <= NOW.epochMilliseconds && NOW.epochMilliseconds < until && one.prices['EUR'] !== undefined;
  });
  const counted = visible.map((one) => {
    const own = (one.texts['en']?.title ?? '').split(' ');
    return { one, found: words.filter((word) => own.includes(word)).length };
  });
  const most = Math.max(0, ...counted.map(({ found }) => found));
  const found = counted.filter((each) => words.length === 0 || (each.found === most && most > 0));
  return found.map(({ one }) => one).filter((one) => fits(one, query, except));
}

function fits(one: SearchDocument, query: SearchQuery, except: string | undefined): boolean {
  const min = BigInt(one.prices['EUR']?.minMinor ?? 0);
  const max = BigInt(one.prices['EUR']?.maxMinor ?? 0);
  const { categoryPath, collectionId, price } = query;
  const isIn = (path: string): boolean => path === categoryPath || path.startsWith(`${categoryPath}/`);
  const chosen = (facet: string): readonly string[] => (facet === except ? [] : (query.filters[facet] ?? []));
  const has = (facet: string, own: readonly string[]): boolean =>
    chosen(facet).length === 0 || own.some((value) => chosen(facet).includes(value));
  return (
    (categoryPath === undefined || one.categoryPaths.some(isIn)) &&
    (collectionId === undefined || one.collections.some(({ id }) => id === collectionId)) &&
    (price?.minMinor === undefined || max >= price.minMinor) &&
    (price?.maxMinor === undefined || min <= price.maxMinor) &&
    (query.inStockOnly !== true || one.isBuyable) &&
    has('option.Color', one.options['Color'] ?? []) &&
    has('brand', one.brand === null ? [] : [one.brand.handle])
  );
}

function indexOf(list: readonly SearchDocument[]): SearchIndex {
  const index = new SearchIndex(['en', 'de']);
  index.apply(list, []);
  return index;
}

describe('the index, against a plain reading of all documents', () => {
  test('finds exactly the products that match, in every sort order', () => {
    fc.assert(
      fc.property(documents, queries, (list, drawn) => {
        const query = queryOf(drawn);
        const result = indexOf(list).search(query);
        const expected = matching(list, query).map(({ productId }) => productId);
        assert.deepEqual(result.hits.map(({ productId }) => productId).toSorted(), expected.toSorted());
        assert.equal(result.total, expected.length);
      }),
      { numRuns: 300 },
    );
  });

  test("counts each facet's values with every filter but its own", () => {
    fc.assert(
      fc.property(documents, queries, (list, drawn) => {
        const query = queryOf(drawn);
        const { facets } = indexOf(list).search(query);
        for (const facet of ['option.Color', 'brand']) {
          const within = matching(list, query, facet);
          const values = facets.find(({ key }) => key === facet)?.values ?? [];
          const counts = new Map(values.map(({ value, count }) => [value, count]));
          for (const value of facet === 'brand' ? ['alma', 'nord'] : COLORS) {
            const own = within.filter((one) =>
              facet === 'brand' ? one.brand?.handle === value : one.options['Color']?.includes(value),
            );
            assert.equal(counts.get(value) ?? 0, own.length, `${facet} ${value}`);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('pages follow each other without gap or repetition', () => {
    fc.assert(
      fc.property(documents, queries, fc.integer({ min: 1, max: 7 }), (list, drawn, limit) => {
        const index = indexOf(list);
        const query = queryOf(drawn);
        const all = index.search(query).hits.map(({ productId }) => productId);
        const paged: string[] = [];
        for (let offset = 0; offset < all.length; offset += limit)
          paged.push(...index.search({ ...query, offset, limit }).hits.map(({ productId }) => productId));
        assert.deepEqual(paged, all);
      }),
    );
  });
});

describe('an index that was changed', () => {
  test('answers as one that was made of what is left', () => {
    fc.assert(
      fc.property(documents, documents, queries, fc.boolean(), (before, after, drawn, isCompacted) => {
        const index = indexOf(before);
        if (isCompacted) index.compact();
        index.apply(after, []);
        const kept = new Set(after.map(({ productId }) => productId));
        const gone = before.filter((_, at) => at % 3 === 0).map(({ productId }) => productId);
        const removed = gone.filter((id) => !kept.has(id));
        index.apply([], removed);
        const left = [...before.filter(({ productId }) => !kept.has(productId)), ...after];
        const anew = indexOf(left.filter(({ productId }) => !removed.includes(productId)));
        assert.deepEqual(index.search(queryOf(drawn)), anew.search(queryOf(drawn)));
        index.compact();
        assert.deepEqual(index.search(queryOf(drawn)), anew.search(queryOf(drawn)));
      }),
      { numRuns: 200 },
    );
  });

  test('loses no change that comes while a compaction is under way', () => {
    fc.assert(
      fc.property(documents, documents, queries, (before, after, drawn) => {
        const index = indexOf(before);
        index.compactStep();
        index.apply(
          after,
          before.slice(0, 1).map(({ productId }) => productId),
        );
        while (!index.compactStep());
        const left = new Map([...before, ...after].map((one) => [one.productId, one]));
        left.delete(before[0]?.productId ?? '');
        assert.deepEqual(index.search(queryOf(drawn)), indexOf([...left.values()]).search(queryOf(drawn)));
      }),
    );
  });

  test('is the same after it was frozen and thawed', () => {
    fc.assert(
      fc.property(documents, queries, (list, drawn) => {
        const index = indexOf(list);
        index.compact();
        const thawed = new SearchIndex(['en', 'de'], thawCore(structuredClone(freezeCore(index.core))));
        assert.deepEqual(thawed.search(queryOf(drawn)), index.search(queryOf(drawn)));
        thawed.apply(list.slice(0, 2), []);
        assert.equal(thawed.size, index.size);
      }),
    );
  });
});
