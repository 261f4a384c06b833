import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Arrangeable, arrange, type Placed } from './arrange.ts';
import { COLLECTION_SORTS, type Placement } from './collection.ts';
import { placed } from './placing.ts';

const product = (productId: string, more: Partial<Arrangeable> = {}): Arrangeable => ({
  productId,
  position: 0,
  title: productId,
  priceMinor: 100n,
  createdAtMs: 0,
  sales30d: 0,
  ...more,
});
const SHELF = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => product(id));
const order = (placements: readonly Placed[]) =>
  arrange(SHELF, placements, 'title')
    .map((one) => one.productId)
    .join('');

test('pins stand at their place, boosts come first, buried ones last', () => {
  assert.equal(order([]), 'abcdef');
  assert.equal(order([{ productId: 'e', kind: 'boost' }]), 'eabcdf');
  assert.equal(order([{ productId: 'a', kind: 'bury' }]), 'bcdefa');
  assert.equal(
    order([
      { productId: 'f', kind: 'pin', place: 2 },
      { productId: 'd', kind: 'boost' },
    ]),
    'dfabce',
  );
});

test('a pin beyond the end closes the list, behind the buried, and never takes the place of another pin', () => {
  assert.equal(
    order([
      { productId: 'a', kind: 'pin', place: 40 },
      { productId: 'b', kind: 'bury' },
      { productId: 'c', kind: 'pin', place: 6 },
    ]),
    'defbac',
  );
});

test('a placement of a product that is not in the list changes nothing', () => {
  assert.equal(order([{ productId: 'x', kind: 'pin', place: 1 }]), 'abcdef');
});

test('each sort orders by its key, unpriced products last both ways, ties by id', () => {
  const shelf = [
    product('a', { title: 'Vase 10', priceMinor: undefined, sales30d: 1, createdAtMs: 3, position: 2 }),
    product('b', { title: 'Vase 9', priceMinor: 300n, sales30d: 5, createdAtMs: 1, position: 1 }),
    product('c', { title: 'äpfel', priceMinor: 200n, sales30d: 5, createdAtMs: 2, position: 0 }),
  ];
  const wanted = {
    manual: 'cba',
    best_selling: 'bca',
    newest: 'acb',
    title: 'cba',
    price_ascending: 'cba',
    price_descending: 'bca',
  };
  for (const sort of COLLECTION_SORTS) {
    const got = arrange(shelf, [], sort).map((one) => one.productId);
    assert.equal(got.join(''), wanted[sort], sort);
  }
});

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { maxLength: 30 });
const world = ids.chain((all) =>
  fc.record({
    products: fc.tuple(
      ...all.map((id) => fc.record({ sales30d: fc.nat(3) }).map((more) => product(id, more))),
    ),
    placements: fc
      .tuple(...all.map(() => fc.constantFrom('pin', 'boost', 'bury', undefined)), fc.constant(0))
      .chain((kinds) => {
        const given = all.map((id, index) => ({
          productId: id,
          kind: kinds[index] as Placed['kind'] | undefined,
        }));
        const pins = given.filter((one) => one.kind === 'pin').length;
        return fc
          .uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: pins, maxLength: pins })
          .map((places) => {
            const left = places.values();
            return given.flatMap(({ productId, kind }): Placed[] => {
              if (kind === undefined) return [];
              return [kind === 'pin' ? { productId, kind, place: left.next().value } : { productId, kind }];
            });
          });
      }),
    sort: fc.constantFrom(...COLLECTION_SORTS),
  }),
);

test('the order is a permutation in which every pin that fits is at its place', () => {
  fc.assert(
    fc.property(world, ({ products, placements, sort }) => {
      const arranged = arrange(products, placements, sort).map((one) => one.productId);
      assert.deepEqual(arranged.toSorted(), products.map((one) => one.productId).toSorted());
      for (const { productId, kind, place } of placements) {
        if (kind === 'pin' && place !== undefined && place <= arranged.length) {
          assert.equal(arranged[place - 1], productId);
        }
      }
    }),
  );
});

test('the order does not depend on the order in which products and placements are given', () => {
  fc.assert(
    fc.property(world, ({ products, placements, sort }) => {
      const again = arrange(products.toReversed(), placements.toReversed(), sort);
      assert.deepEqual(again, arrange(products, placements, sort));
    }),
  );
});

test('no boosted product stands behind another that has no pin, and no buried one before', () => {
  const rank = { boost: 0, rest: 1, bury: 2 } as const;
  fc.assert(
    fc.property(world, ({ products, placements, sort }) => {
      const kinds = new Map(placements.map((one) => [one.productId, one.kind]));
      const ranks = arrange(products, placements, sort).flatMap(({ productId }) => {
        const kind = kinds.get(productId) ?? 'rest';
        return kind === 'pin' ? [] : [rank[kind]];
      });
      assert.deepEqual(ranks, ranks.toSorted());
    }),
  );
});

test('a new pin moves those that stand in its way down to the first gap', () => {
  const pin = (productId: string, place: number) =>
    ({ productId, kind: 'pin', place }) as unknown as Placement;
  const before = [pin('a', 1), pin('b', 2), pin('c', 4)];
  assert.deepEqual(placed(before, pin('d', 1)), [pin('a', 2), pin('b', 3), pin('c', 4), pin('d', 1)]);
  assert.deepEqual(placed(before, pin('c', 1)), [pin('a', 2), pin('b', 3), pin('c', 1)]);
  assert.deepEqual(placed(before, pin('b', 2)), [pin('a', 1), pin('c', 4), pin('b', 2)]);
});
