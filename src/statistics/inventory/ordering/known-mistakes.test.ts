import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { steadyForecast } from '../demand/demand-forecast.ts';
import { certainLeadTime } from '../lead-time/lead-times.ts';
import { forecastPolicy } from '../replay/order-policy.ts';
import { replayPolicy } from '../replay/replay-policy.ts';
import { bestOrder } from './best-order.ts';
import type { OrderQuestion } from './cost-of-order.ts';
import { orderQuantity } from './order-quantity.ts';
import { stockLevels } from './stock-levels.ts';
import { supplierItem, supplierOrder } from './supplier-order.ts';

// Mistakes that the programs of other shops made, each by the number of its report there.

const steady = (perDay: number) => steadyForecast({ perDay, errorVariance: 1.5 * perDay });
const leadTimes = certainLeadTime(20);
const protection = { forecast: steady(2), leadTimes, reviewDays: 1 };
const { reorderPoint, orderUpTo } = stockLevels(protection, { service: 0.95, coverDays: 14 });
const question: OrderQuestion = {
  ...protection,
  ...{ reorderPoint, position: reorderPoint - 4, sizes: {}, discount: 'all_units' },
  prices: [
    { from: 0, unitCost: 5 },
    { from: 100, unitCost: 4.5 },
  ],
  costs: { perOrder: 10, holdingShare: 0.25, perUnitShort: 6 },
};

describe('an order is not made twice', () => {
  test('what was just ordered is in the position, and nothing more is due (Odoo 67278, 78711)', () => {
    const { quantity } = bestOrder(question);
    assert.ok(quantity > 0);
    const again = bestOrder({ ...question, position: question.position + quantity });
    assert.deepEqual([again.isDue, again.quantity], [false, 0]);
  });

  test('asked twice without ordering, the answer is the same (Odoo 78711)', () => {
    assert.deepEqual(bestOrder(question), bestOrder(question));
  });

  test('looked at daily, there is no new order a day while one is on its way (ERPNext 36154)', () => {
    const policy = forecastPolicy(() => ({ reorderPoint, orderUpTo }), { reviewDays: 1 });
    const { ordered } = replayPolicy({
      ...{ demand: new Float64Array(60).fill(2), leadTimeOf: () => 20, policy, start: { onHand: orderUpTo } },
      unmet: 'lost',
      costs: { unitCost: 5, lostMargin: 6, perOrder: 10, holdingShare: 0.25 },
    });
    const days = [...ordered.entries()].filter(([, units]) => units > 0).map(([day]) => day);
    // 28 units are above the reorder point: 14 days.
    assert.deepEqual(days, [14, 28, 42, 56]);
    for (const day of days) assert.equal(ordered[day], 28);
  });
});

describe('the quantity', () => {
  test('is what is missing, not the level (ERPNext 53085)', () => {
    assert.equal(orderQuantity({ position: 80, level: 100 }, {}).quantity, 20);
  });

  test('is nothing where the forecast is nothing, whatever minimum and pack (Odoo 190668)', () => {
    const sizes = fc.record({
      minimum: fc.integer({ min: 1, max: 50 }),
      pack: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 9 }), (size, position) => {
        const idle = { ...protection, forecast: steady(0) };
        const levels = stockLevels(idle, { service: 0.99, coverDays: 30 });
        assert.equal(orderQuantity({ position, level: levels.orderUpTo }, size).quantity, 0);
        const asked = { ...question, ...idle, reorderPoint: levels.reorderPoint, sizes: size, position };
        assert.equal(bestOrder(asked).quantity, 0);
      }),
    );
  });

  test('is rounded up to packs, down only where there is no room (Odoo, between versions)', () => {
    assert.equal(orderQuantity({ position: 0, level: 13 }, { pack: 12 }).quantity, 24);
    assert.equal(orderQuantity({ position: 0, level: 12 }, { pack: 12 }).quantity, 12);
    assert.equal(orderQuantity({ position: 0, level: 13 }, { pack: 12, maximum: 20 }).quantity, 12);
  });

  test('is whole where stock is in fractions, and the other items are ordered all the same (ERPNext 18391)', () => {
    const cut = { ...question, position: 1.25 };
    const { quantities } = supplierOrder([question, cut, question].map(supplierItem), {
      purchase: 0,
      units: 0,
    });
    assert.ok(quantities.every((units) => Number.isSafeInteger(units) && units > 0));
    assert.equal(quantities[0], quantities[2]);
  });

  test('names the better price that it does not reach, and what that would cost (InvenTree 6975)', () => {
    const few = bestOrder({ ...question, forecast: steady(0.05), reorderPoint: 3, position: 1 });
    assert.ok(few.quantity < 100);
    const cheaper = few.candidates.find(({ unitCost }) => unitCost === 4.5);
    assert.ok(cheaper !== undefined && cheaper.quantity === 100 && cheaper.extraCost > 0);
  });
});

describe('the lead time counts', () => {
  test('each day of it raises the reorder point (ERPNext 44497)', () => {
    const at = (days: number) =>
      stockLevels({ ...protection, leadTimes: certainLeadTime(days) }, { service: 0.95 }).reorderPoint;
    for (let days = 1; days < 60; days += 1) assert.ok(at(days) > at(days - 1));
  });

  test('whatever the minimum of the supplier (Odoo 76162)', () => {
    for (const minimum of [1, 50, 500]) {
      const sizes = { minimum };
      const { isDue, quantity } = bestOrder({ ...question, sizes });
      assert.ok(isDue && quantity >= Math.max(minimum, 4));
      assert.equal(bestOrder({ ...question, sizes, position: reorderPoint + 1 }).isDue, false);
    }
  });

  test('and what it may want more than its mean (Stocky: lead time × mean)', () => {
    assert.ok(reorderPoint > 2 * 21);
  });
});
