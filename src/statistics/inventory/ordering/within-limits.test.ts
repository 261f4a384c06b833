import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { steadyForecast } from '../demand/demand-forecast.ts';
import { certainLeadTime } from '../lead-time/lead-times.ts';
import { bestOrder } from './best-order.ts';
import type { OrderQuestion } from './cost-of-order.ts';
import { type SupplierMinimum, supplierItem, supplierOrder } from './supplier-order.ts';
import { costOfWaiting, ordersUpTo, valueOfOrder } from './value-of-order.ts';
import { chooseWithinLimits, type LimitedOption } from './within-limits.ts';

const option = fc.record({
  value: fc.integer({ min: -5, max: 40 }),
  uses: fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })),
});
const items = fc.array(fc.array(option, { maxLength: 4 }), { minLength: 1, maxLength: 4 });
const limits = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }));

/** By trying everything. */
function bestOfAll(all: readonly (readonly LimitedOption[])[], room: readonly number[]): number {
  const [first, ...others] = all;
  if (first === undefined) return 0;
  return Math.max(
    bestOfAll(others, room),
    ...first.map(({ value, uses }) => {
      const left = room.map((have, limit) => have - (uses[limit] ?? 0));
      return left.some((have) => have < 0) ? 0 : value + bestOfAll(others, left);
    }),
  );
}

describe('a choice within a budget and a storage', () => {
  test('is within both, is worth what it says, and the best of all is between it and its bound', () => {
    fc.assert(
      fc.property(items, limits, (all, room) => {
        const { chosen, value, bound } = chooseWithinLimits(all, room);
        const picked = chosen
          .flatMap((at, item) => (at < 0 ? [] : [all[item]?.[at]]))
          .filter((one) => one !== undefined);
        for (const [limit, have] of room.entries()) {
          assert.ok(picked.reduce((used, { uses }) => used + uses[limit === 0 ? 0 : 1], 0) <= have);
        }
        assert.ok(Math.abs(picked.reduce((total, one) => total + one.value, 0) - value) < 1e-9);
        const best = bestOfAll(all, room);
        assert.ok(value <= best + 1e-9 && best <= bound + 1e-9, `${value} ${best} ${bound}`);
      }),
      { numRuns: 400 },
    );
  });

  test('is all of the best where there is room for all', () => {
    const wide = fc.constant([1000, 1000]);
    fc.assert(
      fc.property(items, wide, (all, room) => {
        const { value, bound } = chooseWithinLimits(all, room);
        const most = all.reduce(
          (total, options) => total + Math.max(0, ...options.map((one) => one.value)),
          0,
        );
        assert.equal(value, most);
        assert.ok(Math.abs(bound - most) < 1e-9);
      }),
    );
  });

  test('takes what is worth the most for its money', () => {
    const all = [
      [
        { value: 10, uses: [10] },
        { value: 14, uses: [20] },
      ],
      [{ value: 9, uses: [5] }],
    ];
    assert.deepEqual(chooseWithinLimits(all, [15]), { chosen: [0, 0], value: 19, bound: 19 });
    assert.deepEqual(chooseWithinLimits(all, [5]), { chosen: [-1, 0], value: 9, bound: 9 });
    assert.deepEqual(chooseWithinLimits(all, [20]), { chosen: [0, 0], value: 19, bound: 21 });
  });

  test('what cannot be is refused', () => {
    assert.throws(() => chooseWithinLimits([[{ value: 1, uses: [1] }]], [1, 1]), RangeError);
    assert.throws(() => chooseWithinLimits([[{ value: 1, uses: [-1] }]], [1]), RangeError);
  });
});

const question: OrderQuestion = {
  ...{ position: 10, reorderPoint: 20, reviewDays: 7, leadTimes: certainLeadTime(7) },
  forecast: steadyForecast({ perDay: 1, errorVariance: 1.5 }),
  ...{ sizes: { pack: 6 }, prices: [{ from: 0, unitCost: 5 }], discount: 'all_units' },
  costs: { perOrder: 2, holdingShare: 0.3, perUnitShort: 6 },
};

describe('what an order is worth', () => {
  test('is most for the best order', () => {
    const { quantity } = bestOrder(question);
    const value = valueOfOrder(question);
    for (let other = 6; other < 200; other += 6) {
      // Less than what is missing below the reorder point is not asked for.
      if (other >= 12) assert.ok(value(quantity).value >= value(other).value - 1e-9);
    }
    assert.ok(value(quantity).value > 0);
    const some = ordersUpTo(question, quantity, 4);
    assert.ok(some.length <= 4 && some.at(-1)?.quantity === quantity);
    assert.ok(some.every((order) => order.quantity % 6 === 0 && order.quantity >= 6));
  });

  test('waiting costs the more the longer, and nothing where there is plenty', () => {
    assert.ok(costOfWaiting(question, 7) < costOfWaiting(question, 14));
    assert.equal(costOfWaiting(question, 0), 0);
    assert.ok(costOfWaiting({ ...question, position: 90 }, 7) < 1e-9);
    // As good as all that a week wants is short a week longer: 7 units at 6.
    assert.ok(Math.abs(costOfWaiting({ ...question, position: -20 }, 7) - 42) < 0.01);
  });
});

describe('an order of a supplier', () => {
  const orderOf = (questions: readonly OrderQuestion[], minimum: Partial<SupplierMinimum>) =>
    supplierOrder(questions.map(supplierItem), { purchase: 0, units: 0, ...minimum });
  const plenty = { ...question, position: 40 };

  test('is what is due, where that is enough', () => {
    const { quantities, due, missing, advice } = orderOf([question, plenty], { purchase: 50 });
    assert.deepEqual(quantities, [bestOrder(question).quantity, 0]);
    assert.deepEqual([due, missing, advice], [[true, false], { purchase: 0, units: 0 }, 'order']);
  });

  test('is filled up to the minimum with what is cheapest to have early', () => {
    const dear = { ...plenty, costs: { ...plenty.costs, holdingShare: 3 } };
    const own = bestOrder({ ...question, position: 2 }).quantity * 5;
    const order = orderOf([{ ...question, position: 2 }, plenty, dear], { purchase: own + 60 });
    assert.ok(order.purchase >= own + 60 && order.purchase < own + 60 + 30);
    assert.equal(order.quantities[2], 0);
    assert.deepEqual(order.missing, { purchase: 60, units: 0 });
    assert.ok(order.fillingCost > 0);
    assert.ok(order.quantities.every((units) => units % 6 === 0));
    assert.equal(order.advice, order.fillingCost <= order.waitingCost ? 'order' : 'wait');
  });

  test('is filled up to a minimum in units with what is cheapest to have early for each of them', () => {
    const cheap = { ...plenty, prices: [{ from: 0, unitCost: 1 }] };
    const own = bestOrder({ ...question, position: 2 }).quantity;
    const some = [{ ...question, position: 2 }, plenty, cheap];
    const order = orderOf(some, { units: own + 24 });
    const units = order.quantities.reduce((sum, of) => sum + of, 0);
    assert.ok(units >= own + 24 && units < own + 24 + 6, `${order.quantities}`);
    // A piece that costs a fifth lies for a fifth; in money it adds as little, too.
    assert.equal(order.quantities[1], 0);
    assert.deepEqual(order.missing, { purchase: 0, units: 24 });
    assert.ok(order.fillingCost > 0);
    const reached = orderOf(some, { units: own });
    assert.deepEqual([reached.missing.units, reached.fillingCost, reached.advice], [0, 0, 'order']);
  });

  test('reaches both minimums where there are two, and no less than each by itself', () => {
    const some = [{ ...question, position: 2 }, plenty];
    const own = bestOrder({ ...question, position: 2 }).quantity;
    for (const [units, purchase] of [
      [own + 30, own * 5 + 20],
      [own + 5, own * 5 + 200],
      [0, own * 5 + 70],
    ] as const) {
      const order = orderOf(some, { units, purchase });
      assert.ok(order.purchase >= purchase - 1e-9);
      assert.ok(order.quantities.reduce((sum, of) => sum + of, 0) >= units);
    }
  });

  test('waits where filling up costs more than being short, and for what cannot be reached', () => {
    assert.equal(orderOf([question], { purchase: 50_000 }).advice, 'wait');
    const small = { ...question, sizes: { maximum: 12 } };
    assert.equal(orderOf([small], { purchase: 200 }).advice, 'wait');
  });

  test('is nothing where nothing is due, whatever the minimum', () => {
    const { quantities, advice, purchase } = orderOf([plenty, plenty], { purchase: 500 });
    assert.deepEqual([quantities, advice, purchase], [[0, 0], 'nothing', 0]);
  });

  test('passes a break where more units cost less', () => {
    const prices = [
      { from: 0, unitCost: 5 },
      { from: 60, unitCost: 3 },
    ];
    const order = orderOf([{ ...question, prices, sizes: { pack: 1 }, horizonDays: 30 }], { purchase: 290 });
    assert.ok(order.purchase >= 290, String(order.purchase));
  });
});
