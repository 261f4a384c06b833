import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { randomFor } from '../../../simulator/random.ts';
import { countDemand } from '../demand/count-demand.ts';
import { steadyForecast } from '../demand/demand-forecast.ts';
import { certainLeadTime, leadTimeQuantile, quotedLeadTime } from '../lead-time/lead-times.ts';
import { orderCycles, shortInCycle } from './order-cycles.ts';
import { type Protection, serviceOfLevel } from './service-of-stock.ts';

type World = {
  readonly perDay: number;
  readonly over: number;
  readonly leadDays: number;
  readonly sdDays: number;
  readonly reviewDays: number;
  readonly quantity: number;
  readonly pack?: number;
};

function protectionOf({ perDay, over, leadDays, sdDays, reviewDays }: World): Protection {
  return {
    forecast: steadyForecast({ perDay, errorVariance: perDay * over }),
    leadTimes: sdDays === 0 ? certainLeadTime(leadDays) : quotedLeadTime(leadDays, sdDays / leadDays),
    reviewDays,
  };
}

/** What 300,000 days of backordered demand come to, each order's lead time drawn. */
function lived(world: World, reorderPoint: number) {
  const [days, { perDay, over, reviewDays, quantity, pack = 1 }] = [300_000, world];
  const uniform = randomFor(11, JSON.stringify(world)).next;
  const day = countDemand(perDay, perDay * over);
  const chances = Array.from({ length: 400 }, (_, n) => day.cdf(n));
  const upTo = new Float64Array(days + 200);
  for (let at = 1; at < upTo.length; at += 1) {
    const share = uniform();
    upTo[at] = (upTo[at - 1] ?? 0) + chances.findIndex((chance) => chance >= share);
  }
  const between = (from: number, length: number) => (upTo[from + length] ?? 0) - (upTo[from] ?? 0);
  const { leadTimes } = protectionOf(world);
  let [position, cycles, held, wanted, short] = [reorderPoint + quantity, 0, 0, 0, 0];
  for (let at = 0; at < days; at += reviewDays) {
    const lead = leadTimeQuantile(leadTimes, uniform());
    if (position < reorderPoint) {
      cycles += 1;
      held += between(at, lead) <= position ? 1 : 0;
      position += Math.ceil((reorderPoint + quantity - position) / pack) * pack;
    }
    const [before, until] = [between(at, lead), between(at, lead + reviewDays)];
    short += Math.max(until - position, 0) - Math.max(before - position, 0);
    wanted += until - before;
    position -= between(at, reviewDays);
  }
  return { cycle: held / cycles, fill: 1 - short / wanted, days: days / cycles };
}

describe('orders at reviews, from below the reorder point up to a level', () => {
  for (const world of [
    { perDay: 2, over: 1.5, leadDays: 14, sdDays: 0, reviewDays: 7, quantity: 0 },
    { perDay: 2, over: 1.5, leadDays: 14, sdDays: 0, reviewDays: 7, quantity: 14 },
    { perDay: 3, over: 4, leadDays: 14, sdDays: 4, reviewDays: 7, quantity: 100 },
    { perDay: 0.1, over: 1.2, leadDays: 14, sdDays: 4, reviewDays: 7, quantity: 3 },
    { perDay: 2, over: 2, leadDays: 14, sdDays: 0, reviewDays: 7, quantity: 20, pack: 12 },
    { perDay: 20, over: 10, leadDays: 10, sdDays: 3, reviewDays: 7, quantity: 300 },
  ] as const) {
    test(`serve as they are reckoned to: ${JSON.stringify(world)}`, () => {
      const cycles = orderCycles(protectionOf(world), world);
      for (const way of ['cycle', 'fill'] as const) {
        const point = cycles.reorderPointFor(way, 0.9);
        const [said, came] = [cycles.serviceOf(point), lived(world, point)];
        assert.ok(Math.abs(said.cycle - came.cycle) < 0.012, `${said.cycle} ${came.cycle}`);
        assert.ok(Math.abs(said.fill - came.fill) < 0.006, `${said.fill} ${came.fill}`);
        assert.ok(Math.abs(cycles.days / came.days - 1) < 0.02, `${cycles.days} ${came.days}`);
      }
    });
  }

  const worlds = fc.record({
    perDay: fc.double({ min: 0.01, max: 30, noNaN: true }),
    over: fc.double({ min: 1, max: 5, noNaN: true }),
    leadDays: fc.integer({ min: 1, max: 30 }),
    sdDays: fc.constant(0),
    reviewDays: fc.integer({ min: 1, max: 14 }),
    quantity: fc.integer({ min: 0, max: 300 }),
    pack: fc.integer({ min: 1, max: 24 }),
  });
  const targets = fc.double({ min: 0.3, max: 0.995, noNaN: true });

  test('reach the service that is aimed at, and not with a piece less; more stock never serves less', () => {
    fc.assert(
      fc.property(worlds, targets, fc.constantFrom('cycle', 'fill'), (world, target, way) => {
        const cycles = orderCycles(protectionOf(world), world);
        const point = cycles.reorderPointFor(way, target);
        const [less, at, more] = [-1, 0, 1].map((by) => cycles.serviceOf(point + by)[way]);
        assert.ok(at !== undefined && less !== undefined && more !== undefined);
        assert.ok(at >= target && more >= at - 1e-9);
        assert.ok(point === 0 || less < target, `${less} ${target}`);
      }),
      { numRuns: 80 },
    );
  });

  test('of a base stock protect lead time and review, and of large orders less', () => {
    const world = { perDay: 5, over: 2, leadDays: 10, sdDays: 3, reviewDays: 7, quantity: 0 };
    const protection = protectionOf(world);
    const base = orderCycles(protection, world);
    // Hardly a week is without demand.
    assert.ok(Math.abs(base.serviceOf(105).cycle - serviceOfLevel(protection, 105).cycle) < 1e-6);
    assert.ok(Math.abs(base.serviceOf(105).fill - serviceOfLevel(protection, 105).fill) < 1e-6);
    const large = orderCycles(protection, { quantity: 2_000 });
    // Of a cycle as much as a base stock's fill rate of the same level: the undershoot of renewal theory.
    assert.ok(Math.abs(large.serviceOf(105).cycle - serviceOfLevel(protection, 105).fill) < 1e-3);
    assert.ok(large.reorderPointFor('cycle', 0.95) < base.reorderPointFor('cycle', 0.95) - 8);
    const short = 1 - large.serviceOf(105).fill;
    assert.ok(Math.abs(shortInCycle(protection, 105) - short * 5 * large.days) < 0.02);
  });

  test('of thousands are told apart by dozens, and serve the same', () => {
    const few = orderCycles(
      protectionOf({ perDay: 30, over: 40, leadDays: 14, sdDays: 4, reviewDays: 7, quantity: 0 }),
      { quantity: 210 },
    );
    const many = orderCycles(
      protectionOf({ perDay: 300, over: 400, leadDays: 14, sdDays: 4, reviewDays: 7, quantity: 0 }),
      { quantity: 2_100 },
    );
    const [one, ten] = [few.reorderPointFor('cycle', 0.95), many.reorderPointFor('cycle', 0.95)];
    assert.ok(Math.abs(ten / one / 10 - 1) < 0.01, `${one} ${ten}`);
  });

  test('of what nobody wants are none', () => {
    const cycles = orderCycles(
      {
        forecast: steadyForecast({ perDay: 0, errorVariance: 0 }),
        leadTimes: certainLeadTime(5),
        reviewDays: 7,
      },
      { quantity: 3 },
    );
    assert.deepEqual([cycles.reorderPointFor('cycle', 0.99), cycles.serviceOf(0).fill], [0, 1]);
    assert.throws(
      () =>
        orderCycles(
          protectionOf({ perDay: 1, over: 1, leadDays: 3, sdDays: 0, reviewDays: 1, quantity: 0 }),
          { quantity: -1 },
        ),
      RangeError,
    );
  });
});
