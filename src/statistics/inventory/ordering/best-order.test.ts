import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { steadyForecast } from '../demand/demand-forecast.ts';
import { certainLeadTime } from '../lead-time/lead-times.ts';
import { bestOrder } from './best-order.ts';
import { costOfOrder, type OrderQuestion } from './cost-of-order.ts';
import { demandPath } from './demand-path.ts';
import { searchQuantities } from './search-quantities.ts';

// The textbook's: D = 1300 a year, K = 8, i = 0.3 (Snyder and Shen, examples 3.1 and 3.5), hardly any noise.
const question: OrderQuestion = {
  position: 60,
  reorderPoint: 60,
  forecast: steadyForecast({ perDay: 1300 / 365, errorVariance: 1300 / 365 }),
  leadTimes: certainLeadTime(7),
  reviewDays: 1,
  sizes: {},
  prices: [{ from: 0, unitCost: 0.75 }],
  discount: 'all_units',
  costs: { perOrder: 8, holdingShare: 0.3, perUnitShort: 5 },
  horizonDays: 730,
};
const breaks = [
  { from: 0, unitCost: 0.75 },
  { from: 400, unitCost: 0.72 },
  { from: 800, unitCost: 0.68 },
];

function order(changes: Partial<OrderQuestion>) {
  return bestOrder({ ...question, ...changes });
}

describe('the best order', () => {
  test('at the reorder point is the economic order quantity, 304', () => {
    assert.ok(Math.abs(order({}).quantity - 304) <= 3, String(order({}).quantity));
    assert.ok(order({}).isWorthwhile);
  });

  test('is not split where stock is looked at seldom: what is put off is bought all the same', () => {
    const monthly = order({ reviewDays: 30, reorderPoint: 170, position: 130 }).quantity;
    assert.ok(Math.abs(monthly - 344) <= 12, String(monthly));
  });

  test('takes the discount of all units at 800, and not the incremental one', () => {
    assert.equal(order({ prices: breaks }).quantity, 800);
    const incremental = order({ prices: breaks, discount: 'incremental' });
    assert.ok(Math.abs(incremental.quantity - 304) <= 3, String(incremental.quantity));
  });

  test('shows each price that is reached, and what it would cost more', () => {
    const { candidates } = order({ prices: breaks });
    assert.deepEqual(
      [...new Set(candidates.map(({ unitCost }) => unitCost.toFixed(2)))],
      ['0.75', '0.72', '0.68'],
    );
    for (const { quantity, extraCost } of candidates) {
      assert.ok(quantity === 800 ? extraCost === 0 : extraCost > 0);
    }
  });

  test('makes good what is missing below the reorder point besides', () => {
    const late = order({ position: 30 });
    assert.ok(Math.abs(late.quantity - 334) <= 3, String(late.quantity));
  });

  test('comes in full packs, at least the minimum, and no more than there is room for', () => {
    assert.equal(order({ sizes: { pack: 50 } }).quantity, 300);
    assert.equal(order({ sizes: { pack: 48, minimum: 400 } }).quantity, 432);
    assert.equal(order({ sizes: { pack: 24, maximum: 100 } }).quantity, 96);
    assert.equal(order({ sizes: { minimum: 50, maximum: 40 } }).quantity, 0);
  });

  test('is no larger than what sells within the shelf life, nearly', () => {
    const fresh = order({ shelfLife: { days: 21, salvage: 0 } });
    // 100 are wanted within lead time and shelf life, and 60 are there: one more hardly sells in time.
    assert.ok(fresh.quantity > 30 && fresh.quantity <= 42, String(fresh.quantity));
    assert.ok((fresh.candidates.at(-1)?.coverDays ?? 99) <= 21);
  });

  test('is nothing where the position is above the reorder point', () => {
    assert.deepEqual(order({ position: 61 }), {
      isDue: false,
      quantity: 0,
      isWorthwhile: true,
      candidates: [],
    });
  });

  test('is nothing where nothing is wanted, whatever the minimum', () => {
    const forecast = steadyForecast({ perDay: 0, errorVariance: 0 });
    const idle = { forecast, reorderPoint: 0, sizes: { minimum: 2 }, prices: breaks };
    assert.equal(order({ ...idle, position: 0 }).quantity, 0);
    assert.equal(order({ ...idle, position: 5 }).quantity, 0);
    assert.equal(order({ ...idle, position: -1, sizes: {} }).quantity, 1);
  });

  test('is said not to be worth it where the minimum lasts for years', () => {
    const forecast = steadyForecast({ perDay: 1 / 365, errorVariance: 1 / 365 });
    const sizes = { minimum: 500 };
    const prices = [{ from: 0, unitCost: 10 }];
    const slow = order({ forecast, reorderPoint: 1, position: 0, sizes, prices });
    assert.deepEqual([slow.quantity, slow.isWorthwhile], [500, false]);
    const single = { forecast, reorderPoint: 1, position: 0, prices: [{ from: 0, unitCost: 2 }] };
    const one = order({ ...single, costs: { ...question.costs, perOrder: 1 } });
    assert.equal(one.isWorthwhile, true);
  });

  test('is the cheapest of all quantities that may be ordered', () => {
    const questions = fc.record({
      perDay: fc.double({ min: 0.05, max: 5, noNaN: true }),
      below: fc.integer({ min: 0, max: 20 }),
      pack: fc.integer({ min: 1, max: 12 }),
      minimum: fc.integer({ min: 1, max: 60 }),
      perOrder: fc.double({ min: 0, max: 50, noNaN: true }),
      holdingShare: fc.double({ min: 0.05, max: 1, noNaN: true }),
      discount: fc.constantFrom('all_units', 'incremental'),
    });
    fc.assert(
      fc.property(questions, ({ perDay, below, pack, minimum, perOrder, holdingShare, discount }) => {
        const asked: OrderQuestion = {
          ...question,
          ...{ discount, prices: breaks, horizonDays: 120, sizes: { pack, minimum } },
          forecast: steadyForecast({ perDay, errorVariance: perDay * 1.5 }),
          position: question.reorderPoint - below,
          costs: { perOrder, holdingShare, perUnitShort: 4 },
        };
        const { quantity, candidates } = bestOrder(asked);
        const cost = costOfOrder(asked);
        const all = Array.from({ length: 1200 }, (_, at) => at + 1).filter(
          (units) => units % pack === 0 && units >= minimum && units >= below,
        );
        const rate = (units: number) => {
          const { total, coverDays } = cost(asked.reorderPoint, units);
          return total / coverDays;
        };
        const sizable = Array.from({ length: 1200 }, (_, at) => at + 1).filter(
          (units) => units % pack === 0 && units >= minimum,
        );
        const perDayCost = Math.min(...sizable.map(rate));
        const value = (units: number) => {
          const { total, coverDays } = cost(asked.position, units);
          return total - perDayCost * coverDays;
        };
        assert.ok(value(quantity) <= Math.min(...all.map(value)) + 1e-6);
        assert.equal(candidates.filter(({ extraCost }) => extraCost < 0).length, 0);
      }),
      { numRuns: 40 },
    );
  });
});

test('a path of demand says when what has been wanted, and what lies meanwhile', () => {
  const path = demandPath(steadyForecast({ perDay: 4, errorVariance: 4 }), 30);
  assert.equal(path.daysUntil(10), 2.5);
  assert.equal(path.daysUntil(1000), 30);
  assert.equal(path.unitsUntil(2.5), 10);
  assert.ok(Math.abs(path.unitDays(40, 0, 10) - 200) < 1e-9);
  const ended = demandPath({ ...question.forecast, meanOver: (days) => Math.min(days, 5) }, 20);
  assert.equal(ended.daysUntil(5), 5);
  assert.equal(ended.unitDays(5, 5, 20), 0);
});

test('a search finds the least of a valley, however long', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 30 }), (lowest, step) => {
      const found = searchQuantities((units) => Math.abs(units - lowest), {
        from: step,
        to: step * 9999,
        step,
      });
      const clamped = Math.min(step * 9999, Math.max(step, lowest));
      assert.ok(
        Math.abs(found - clamped) <= step / 2 || (found % step === 0 && Math.abs(found - clamped) < step),
      );
    }),
  );
});
