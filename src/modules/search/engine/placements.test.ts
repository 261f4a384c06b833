import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { currencyOf, localeOf } from '../../../kernel/index.ts';
import { arrange } from '../../merchandising/index.ts';
import { aDocument, productIdOf } from '../testing/documents.ts';
import { SearchIndex } from './search-index.ts';

const COLLECTION = productIdOf(9_999);
const NOW = Temporal.Instant.from('2026-11-23T08:00:00Z');

test('a collection is listed as merchandising arranges it, page by page', () => {
  const products = fc.uniqueArray(
    fc.record({
      number: fc.integer({ min: 0, max: 200 }),
      position: fc.integer({ min: 0, max: 3 }),
      kind: fc.constantFrom(null, null, 'pin' as const, 'boost' as const, 'bury' as const),
      place: fc.integer({ min: 1, max: 12 }),
    }),
    { selector: ({ number }) => number, maxLength: 12 },
  );
  fc.assert(
    fc.property(products, fc.integer({ min: 1, max: 5 }), (drawn, limit) => {
      const index = new SearchIndex(['en']);
      const placed = drawn.map((one) => ({ ...one, place: one.kind === 'pin' ? one.place : null }));
      const documents = placed.map(({ number, position, kind, place }) =>
        aDocument({ number, collections: [{ id: COLLECTION, position, kind, place }] }),
      );
      index.apply(documents, []);
      const expected = arrange(
        placed.map(({ number, position }) => ({
          productId: productIdOf(number),
          position,
          title: '',
          priceMinor: 0n,
          createdAtMs: 1_700_000_000_000 + number * 1_000,
          sales30d: 0,
        })),
        placed.flatMap(({ number, kind, place }) =>
          kind === null ? [] : [{ productId: productIdOf(number), kind, place: place ?? undefined }],
        ),
        'manual',
      );
      const listed: string[] = [];
      for (let offset = 0; offset < drawn.length; offset += limit) {
        const query = {
          locale: localeOf('en'),
          currency: currencyOf('EUR'),
          filters: {},
          offset,
          limit,
          now: NOW,
        };
        const page = index.search({ ...query, collectionId: COLLECTION, sort: 'manual' });
        listed.push(...page.hits.map(({ productId }) => productId));
      }
      assert.deepEqual(
        listed,
        expected.map(({ productId }) => productId),
      );
    }),
    { numRuns: 300 },
  );
});
