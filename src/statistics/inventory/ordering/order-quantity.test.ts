import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { steadyForecast } from '../demand/demand-forecast.ts';
import { certainLeadTime } from '../lead-time/lead-times.ts';
import { type OrderSizes, orderQuantity } from './order-quantity.ts';
import { purchaseCost } from './price-breaks.ts';
import { stockLevels } from './stock-levels.ts';

const sizes = fc
  .record({
    minimum: fc.integer({ min: 1, max: 60 }),
    pack: fc.integer({ min: 1, max: 24 }),
    maximum: fc.integer({ min: 1, max: 400 }),
  })
  .map((all): OrderSizes => all);
const stocks = fc.record({
  position: fc.double({ min: -50, max: 200, noNaN: true }),
  level: fc.double({ min: 0, max: 200, noNaN: true }),
});

describe('what to order', () => {
  for (const [what, stock, given, quantity, because] of [
    ['what is missing, not the level', { position: 7, level: 30 }, {}, 23, []],
    ['whole units of a fractional level', { position: 7, level: 30.2 }, {}, 24, []],
    ['no unit more for a rounding error', { position: 0.1 + 0.2, level: 23.3 }, {}, 23, []],
    ['up to a full pack', { position: 7, level: 30.2 }, { pack: 6, minimum: 12 }, 24, []],
    ['a pack more where one is begun', { position: 5, level: 30 }, { pack: 6 }, 30, ['pack']],
    [
      'the minimum, in full packs',
      { position: 28, level: 30 },
      { pack: 6, minimum: 10 },
      12,
      ['pack', 'minimum'],
    ],
    [
      'no more than there is room for',
      { position: 0, level: 30 },
      { pack: 4, maximum: 18 },
      16,
      ['pack', 'maximum'],
    ],
    [
      'nothing where a pack is larger than the room',
      { position: 0, level: 5 },
      { pack: 9, maximum: 8 },
      0,
      ['pack', 'maximum'],
    ],
    [
      'nothing where nothing is missing, whatever the minimum',
      { position: 30, level: 30 },
      { minimum: 12 },
      0,
      [],
    ],
    ['nothing where there is too much', { position: 90, level: 30 }, { minimum: 12, pack: 6 }, 0, []],
    ['what is promised beyond the stock', { position: -3, level: 0 }, {}, 3, []],
  ] as const) {
    test(what, () => assert.deepEqual(orderQuantity(stock, given), { quantity, because }));
  }

  test('is a multiple of the pack, within the sizes, and enough unless there is no room', () => {
    fc.assert(
      fc.property(stocks, sizes, (stock, given) => {
        const { quantity } = orderQuantity(stock, given);
        const { minimum = 1, pack = 1, maximum = Infinity } = given;
        assert.ok(Number.isSafeInteger(quantity) && quantity >= 0 && quantity % pack === 0);
        if (quantity === 0) return;
        assert.ok(quantity >= minimum && quantity <= maximum);
        const hasRoom = quantity + pack <= maximum;
        if (hasRoom) assert.ok(stock.position + quantity >= stock.level - 1e-6);
        // A pack less would be too little, or below the minimum.
        if (hasRoom && quantity - pack >= Math.max(minimum, pack)) {
          assert.ok(stock.position + quantity - pack < stock.level);
        }
      }),
    );
  });

  test('ordered twice in a row, nothing is ordered the second time', () => {
    fc.assert(
      fc.property(stocks, sizes, ({ position, level }, { pack = 1, minimum = 1 }) => {
        const { quantity } = orderQuantity({ position, level }, { pack, minimum });
        const again = orderQuantity({ position: position + quantity, level }, { pack, minimum });
        assert.equal(again.quantity, 0);
      }),
    );
  });

  test('sizes that are not whole are refused', () => {
    assert.throws(() => orderQuantity({ position: 0, level: 1 }, { pack: 2.5 }), RangeError);
    assert.throws(() => orderQuantity({ position: 0, level: 1 }, { minimum: 0 }), RangeError);
  });
});

describe('levels', () => {
  const protection = {
    forecast: steadyForecast({ perDay: 2, errorVariance: 2 }),
    leadTimes: certainLeadTime(9),
    reviewDays: 3,
  };

  test('cover lead time and review at the service asked for', () => {
    // Poisson of 24: P(D ≤ 32) = 0.9533, P(D ≤ 31) = 0.9318.
    const levels = stockLevels(protection, { service: 0.95 });
    assert.deepEqual(levels, { reorderPoint: 32, orderUpTo: 32, expectedDemand: 24, safetyStock: 8 });
  });

  test('up to which is ordered cover what is expected until the next order', () => {
    assert.equal(stockLevels(protection, { service: 0.95, coverDays: 14 }).orderUpTo, 60);
  });

  test('are nothing where nothing is wanted', () => {
    const forecast = steadyForecast({ perDay: 0, errorVariance: 0 });
    const levels = stockLevels({ ...protection, forecast }, { service: 0.99, coverDays: 30 });
    assert.deepEqual([levels.reorderPoint, levels.orderUpTo], [0, 0]);
  });

  test('rise with service', () => {
    const service = fc.double({ min: 0.01, max: 0.998, noNaN: true });
    fc.assert(
      fc.property(service, (less) => {
        const more = less + 0.001;
        const at = (asked: number) => stockLevels(protection, { service: asked }).reorderPoint;
        assert.ok(at(more) >= at(less));
      }),
    );
    assert.throws(() => stockLevels(protection, { service: 1 }), RangeError);
  });
});

describe('prices', () => {
  const breaks = [
    { from: 0, unitCost: 5 },
    { from: 100, unitCost: 4 },
    { from: 500, unitCost: 3 },
  ];
  for (const [kind, quantity, cost] of [
    ['all_units', 99, 495],
    ['all_units', 100, 400],
    ['all_units', 600, 1800],
    ['incremental', 99, 495],
    ['incremental', 150, 700],
    ['incremental', 600, 2400],
    ['incremental', 0, 0],
  ] as const) {
    test(`${quantity} units cost ${cost} with a discount of ${kind}`, () =>
      assert.equal(purchaseCost(breaks, kind, quantity), cost));
  }

  test('breaks that do not go up are refused', () => {
    const wrong = [
      { from: 0, unitCost: 5 },
      { from: 0, unitCost: 4 },
    ];
    assert.throws(() => purchaseCost(wrong, 'all_units', 5), RangeError);
    assert.throws(() => purchaseCost([], 'all_units', 5), RangeError);
  });
});
