import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { idFrom } from '../../kernel/index.ts';
import { availabilityOf, bundleAvailability, type OwnStock } from './availability.ts';

const id = (number: number) => idFrom<'variant'>(number, new Uint8Array(10));
const stock = (available: number, change: Partial<OwnStock> = {}): OwnStock => ({
  ...{ isTracked: true, mayBackorder: false, available, lowStockAt: undefined, ...change },
});

test('when a variant can be bought', () => {
  const table: [OwnStock, boolean][] = [
    [stock(1), true],
    [stock(0), false],
    [stock(0, { mayBackorder: true }), true],
    [stock(0, { isTracked: false }), true],
  ];
  for (const [own, isBuyable] of table) assert.equal(availabilityOf(own).isBuyable, isBuyable);
});

test('a bundle is as available as its scarcest component', () => {
  const free = { isTracked: false };
  const later = { mayBackorder: true };
  const table: [parts: [quantity: number, stock: OwnStock][], available: number, isBuyable: boolean][] = [
    [
      [
        [2, stock(7)],
        [1, stock(5)],
      ],
      3,
      true,
    ],
    [
      [
        [2, stock(1)],
        [1, stock(5)],
      ],
      0,
      false,
    ],
    [
      [
        [2, stock(7)],
        [1, stock(0, free)],
      ],
      3,
      true,
    ],
    [
      [
        [2, stock(0, later)],
        [1, stock(5)],
      ],
      5,
      true,
    ],
    [[[2, stock(1, later)]], 0, true],
    [[[1, stock(0, free)]], 0, true],
  ];
  for (const [parts, available, isBuyable] of table) {
    const components = parts.map(([quantity], index) => ({ variantId: id(index), quantity }));
    const stocks = new Map(parts.map(([, own], index) => [id(index), own]));
    const bundle = bundleAvailability(components, stocks);
    assert.deepEqual([bundle.available, bundle.isBuyable], [available, isBuyable]);
  }
  assert.equal(bundleAvailability([{ variantId: id(1), quantity: 1 }], new Map()).isBuyable, false);
});

test('so many bundles can be put together, and not one more', () => {
  const part = fc.record({ quantity: fc.integer({ min: 1, max: 9 }), available: fc.nat({ max: 100 }) });
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
      const components = parts.map(({ quantity }, index) => ({ variantId: id(index), quantity }));
      const stocks = new Map(parts.map(({ available }, index) => [id(index), stock(available)]));
      const { available } = bundleAvailability(components, stocks);
      assert.ok(parts.every((one) => available * one.quantity <= one.available));
      assert.ok(parts.some((one) => (available + 1) * one.quantity > one.available));
    }),
  );
});
