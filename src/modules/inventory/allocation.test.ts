import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type Id, idFrom } from '../../kernel/index.ts';
import { type Need, type Place, placeNeeds, type Supply } from './allocation.ts';
import type { LocationId } from './level.ts';
import type { AllocationRule } from './reservation.ts';

const id = <Name extends string>(number: number): Id<Name> => idFrom<Name>(number, new Uint8Array(10));
const [cup, pot, set] = [id<'variant'>(1), id<'variant'>(2), id<'variant'>(3)];
const [berlin, paris, lyon] = [id<'location'>(1), id<'location'>(2), id<'location'>(3)];
const COUNTRIES = new Map([
  [berlin, 'DE'],
  [paris, 'FR'],
  [lyon, 'FR'],
]);

const need = (variantId: Id<'variant'>, quantity: number, lineVariantId = variantId): Need => ({
  ...{ variantId, lineVariantId, quantity, perLine: 1 },
});
const places = (counts: readonly (readonly [LocationId, number])[]): Place[] =>
  counts.map(([locationId, available]) => ({
    ...{ locationId, available, country: COUNTRIES.get(locationId) },
    position: [berlin, paris, lyon].indexOf(locationId),
  }));
const supply = (counts: readonly (readonly [LocationId, number])[], beyond = 0): Supply => ({
  places: places(counts),
  beyond,
});
const NAMES = new Map<string | undefined, string>([
  [berlin, 'Berlin'],
  [paris, 'Paris'],
  [lyon, 'Lyon'],
  [undefined, 'later'],
]);

function placed(
  needs: readonly Need[],
  stock: readonly (readonly [Id<'variant'>, Supply])[],
  rule: AllocationRule,
  country?: string,
): string {
  const allocation = placeNeeds({ needs, supply: new Map(stock), rule, country });
  if (!allocation.isPossible) {
    return allocation.shortages.map(({ wanted, available }) => `${wanted} wanted, ${available} there`).join();
  }
  return allocation.placements.map((one) => `${one.quantity} ${NAMES.get(one.locationId)}`).join(', ');
}

describe('where an order is served from', () => {
  const everywhere = supply([
    [berlin, 2],
    [paris, 5],
    [lyon, 9],
  ]);
  const table: [rule: AllocationRule, country: string | undefined, quantity: number, expected: string][] = [
    ['nearest', 'DE', 3, '2 Berlin, 1 Paris'],
    ['nearest', 'FR', 3, '3 Paris'],
    ['nearest', 'FR', 8, '5 Paris, 3 Lyon'],
    ['nearest', 'US', 3, '2 Berlin, 1 Paris'],
    ['nearest', undefined, 1, '1 Berlin'],
    ['most_stock', 'DE', 3, '3 Lyon'],
    ['most_stock', 'DE', 12, '9 Lyon, 3 Paris'],
    ['fewest_parcels', 'DE', 3, '3 Paris'],
    ['fewest_parcels', 'DE', 7, '7 Lyon'],
    ['fewest_parcels', 'DE', 10, '9 Lyon, 1 Berlin'],
    ['nearest', 'DE', 17, '17 wanted, 16 there'],
  ];
  for (const [rule, country, quantity, expected] of table) {
    test(`${rule}, ${quantity} to ${country ?? 'nobody knows where'}: ${expected}`, () => {
      assert.equal(placed([need(cup, quantity)], [[cup, everywhere]], rule, country), expected);
    });
  }

  test('one parcel is found where one location has everything, though others have more of each', () => {
    const stock: [Id<'variant'>, Supply][] = [
      [
        cup,
        supply([
          [berlin, 9],
          [lyon, 2],
        ]),
      ],
      [
        pot,
        supply([
          [paris, 9],
          [lyon, 1],
        ]),
      ],
    ];
    assert.equal(placed([need(cup, 2), need(pot, 1)], stock, 'fewest_parcels', 'DE'), '2 Lyon, 1 Lyon');
    assert.equal(placed([need(cup, 2), need(pot, 1)], stock, 'nearest', 'DE'), '2 Berlin, 1 Paris');
  });

  test('two lines that share a component are one want: what both need must be there', () => {
    const one: [Id<'variant'>, Supply][] = [[cup, supply([[berlin, 3]])]];
    const lines = [need(cup, 2), need(cup, 2, set)];
    const allocation = placeNeeds({
      ...{ needs: lines, supply: new Map(one) },
      ...{ rule: 'nearest', country: 'DE' },
    });
    assert.deepEqual(allocation, {
      isPossible: false,
      shortages: [{ variantId: cup, wanted: 4, available: 3, lineVariantIds: [cup, set] }],
    });
  });

  test('what is there is taken before anything is promised beyond it', () => {
    const stock: [Id<'variant'>, Supply][] = [[cup, supply([[paris, 2]], 3)]];
    assert.equal(placed([need(cup, 5)], stock, 'nearest', 'DE'), '2 Paris, 3 later');
    assert.equal(placed([need(cup, 6)], stock, 'nearest', 'DE'), '6 wanted, 5 there');
    assert.equal(placed([need(cup, 1)], [], 'nearest', 'DE'), '1 wanted, 0 there');
  });
});

describe('laws of allocation', () => {
  const variants = [cup, pot, set];
  const counts = fc.array(fc.tuple(fc.constantFrom(berlin, paris, lyon), fc.nat({ max: 6 })), {
    maxLength: 3,
  });
  const anySupply = counts.chain((some) =>
    fc.nat({ max: 3 }).map((beyond) => supply([...new Map(some)], beyond)),
  );
  const anyNeed = fc
    .tuple(fc.constantFrom(...variants), fc.constantFrom(...variants), fc.integer({ min: 1, max: 5 }))
    .map(([variantId, line, quantity]) => need(variantId, quantity, line));
  const anyNeeds = fc.uniqueArray(anyNeed, {
    ...{ minLength: 1, maxLength: 6, selector: (one) => `${one.variantId} ${one.lineVariantId}` },
  });
  const world = fc.record({
    needs: anyNeeds,
    supplies: fc.tuple(anySupply, anySupply, anySupply),
    rule: fc.constantFrom<AllocationRule>('nearest', 'fewest_parcels', 'most_stock'),
    country: fc.constantFrom('DE', 'FR', undefined),
  });
  const supplyOf = (supplies: readonly Supply[]) =>
    new Map(variants.map((variant, index) => [variant, supplies[index] ?? supply([])]));

  test('never more than a location has, nor more promised than may be; every need in full or none at all', () => {
    fc.assert(
      fc.property(world, ({ needs, supplies, rule, country }) => {
        const stock = supplyOf(supplies);
        const allocation = placeNeeds({ needs, supply: stock, rule, country });
        const wanted = (variantId: Id<'variant'>) => sum(needs.filter((one) => one.variantId === variantId));
        for (const [variantId, { places: some, beyond }] of stock) {
          const available = some.reduce((total, place) => total + place.available, 0);
          const isShort = wanted(variantId) > available + beyond;
          if (isShort) assert.equal(allocation.isPossible, false);
          if (!allocation.isPossible) continue;
          const taken = allocation.placements.filter((one) => one.variantId === variantId);
          for (const { locationId, available: there } of some) {
            assert.ok(sum(taken.filter((one) => one.locationId === locationId)) <= there);
          }
          const promised = sum(taken.filter((one) => one.locationId === undefined));
          assert.equal(promised, Math.max(0, wanted(variantId) - available));
        }
        if (!allocation.isPossible) return assert.ok(allocation.shortages.length > 0);
        for (const { variantId, lineVariantId, quantity } of needs) {
          const own: readonly { readonly quantity: number }[] = allocation.placements.filter((one) => {
            return one.variantId === variantId && one.lineVariantId === lineVariantId;
          });
          assert.equal(sum(own), quantity);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('the order in which needs and locations are given does not matter', () => {
    fc.assert(
      fc.property(world, ({ needs, supplies, rule, country }) => {
        const stock = supplyOf(supplies);
        const turned = [...stock].map(
          ([id, one]) => [id, { ...one, places: one.places.toReversed() }] as const,
        );
        const input = { needs, supply: stock, rule, country };
        const other = { ...input, needs: needs.toReversed(), supply: new Map(turned.toReversed()) };
        assert.deepEqual(placeNeeds(input), placeNeeds(other));
      }),
      { numRuns: 1_000 },
    );
  });

  test('where one location has everything, fewest parcels is one parcel', () => {
    fc.assert(
      fc.property(world, ({ needs, supplies, country }) => {
        const stock = supplyOf(supplies);
        const hasAll = (locationId: LocationId) =>
          [...stock].every(([variantId, one]) => {
            const there = one.places.find((place) => place.locationId === locationId)?.available ?? 0;
            return sum(needs.filter((want) => want.variantId === variantId)) <= there;
          });
        fc.pre([berlin, paris, lyon].some(hasAll));
        const allocation = placeNeeds({ needs, supply: stock, rule: 'fewest_parcels', country });
        assert.ok(allocation.isPossible);
        assert.equal(new Set(allocation.placements.map((one) => one.locationId)).size, 1);
      }),
      { numRuns: 300 },
    );
  });
});

function sum(parts: readonly { readonly quantity: number }[]): number {
  return parts.reduce((total, part) => total + part.quantity, 0);
}
