import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { steadyForecast } from '../demand/demand-forecast.ts';
import { normalDemand } from '../demand/normal-demand.ts';
import { certainLeadTime, quotedLeadTime } from '../lead-time/lead-times.ts';
import { costOptimalService, holdingCostPerDay, shortageCost } from './cost-of-shortage.ts';
import {
  levelForService,
  normalFillRate,
  serviceOfLevel,
  serviceOfReorderPoint,
} from './service-of-stock.ts';

const protections = fc
  .record({
    perDay: fc.double({ min: 0.01, max: 30, noNaN: true }),
    over: fc.double({ min: 1, max: 5, noNaN: true }),
    lead: fc.integer({ min: 0, max: 30 }),
    reviewDays: fc.integer({ min: 1, max: 14 }),
  })
  .map(({ perDay, over, lead, reviewDays }) => ({
    forecast: steadyForecast({ perDay, errorVariance: perDay * over }),
    leadTimes: certainLeadTime(lead),
    reviewDays,
  }));
const targets = fc.double({ min: 0.05, max: 0.999, noNaN: true });

describe('service', () => {
  test('a level for a service has it, and one unit less has not', () => {
    fc.assert(
      fc.property(protections, targets, fc.constantFrom('cycle', 'fill'), (protection, target, way) => {
        const level = levelForService(protection, way, target);
        assert.ok(serviceOfLevel(protection, level)[way] >= target - 1e-9);
        assert.ok(level === 0 || serviceOfLevel(protection, level - 1)[way] < target);
      }),
      { numRuns: 60 },
    );
  });

  test('more stock never serves less', () => {
    fc.assert(
      fc.property(protections, fc.integer({ min: 0, max: 500 }), (protection, level) => {
        const [less, more] = [serviceOfLevel(protection, level), serviceOfLevel(protection, level + 1)];
        assert.ok(more.cycle >= less.cycle - 1e-9 && more.fill >= less.fill - 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  test('no stock serves nothing, and what was short before a cycle is not short in it again', () => {
    fc.assert(
      fc.property(protections, fc.integer({ min: 0, max: 300 }), (protection, level) => {
        const { fill } = serviceOfLevel(protection, level);
        assert.ok(fill >= -1e-9 && fill <= 1 + 1e-9, String(fill));
        assert.ok(Math.abs(serviceOfLevel(protection, 0).fill) < 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  test('a longer or less certain lead time asks for more', () => {
    const forecast = steadyForecast({ perDay: 4, errorVariance: 6 });
    const level = (leadTimes: ReturnType<typeof certainLeadTime>) =>
      levelForService({ forecast, leadTimes, reviewDays: 7 }, 'cycle', 0.95);
    assert.ok(level(certainLeadTime(20)) > level(certainLeadTime(10)));
    assert.ok(level(quotedLeadTime(10)) > level(certainLeadTime(10)));
  });

  test('where nothing is wanted all is served, from nothing', () => {
    const protection = {
      forecast: steadyForecast({ perDay: 0, errorVariance: 0 }),
      leadTimes: certainLeadTime(5),
      reviewDays: 1,
    };
    assert.deepEqual(serviceOfLevel(protection, 0), { cycle: 1, fill: 1 });
    assert.equal(levelForService(protection, 'fill', 0.99), 0);
  });

  // Silver, Pyke and Thomas, section 6.7: k = 1, σ = 20, Q = 100: G(1) = 0.0833.
  test('the fill rate of the textbook is nearly that which counts all of it', () => {
    assert.ok(Math.abs(normalFillRate({ safetyFactor: 1, sd: 20, quantity: 100 }) - 0.983337) < 1e-6);
    const { fill, cycle } = serviceOfReorderPoint(normalDemand(80, 20), 100, 100);
    assert.ok(Math.abs(fill - 0.983337) < 1e-6);
    assert.ok(Math.abs(cycle - 0.841345) < 1e-6);
  });
});

describe('what being short costs', () => {
  test('is the margin of those who take nothing else', () => {
    assert.equal(shortageCost({ margin: 12, substituted: 0.25 }), 9);
    assert.equal(shortageCost({ margin: 12, substituted: 1, goodwill: 2 }), 2);
    assert.equal(shortageCost({ margin: -3, substituted: 0.5 }), 0);
    assert.throws(() => shortageCost({ margin: 1, substituted: 1.2 }), RangeError);
  });

  test('sets how often not to be: p / (p + h)', () => {
    assert.ok(Math.abs(costOptimalService({ shortage: 0.7, holding: 0.18 }) - 0.795454545) < 1e-9);
    assert.equal(costOptimalService({ shortage: 0, holding: 0 }), 0);
    assert.equal(costOptimalService({ shortage: 5, holding: 0 }), 1);
    assert.equal(holdingCostPerDay(365, 0.2), 0.2);
  });
});
