import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { randomFor } from '../../../simulator/random.ts';
import { drawExponential, drawGamma, type Uniform } from '../../sampling/draw.ts';
import { steadyForecast } from '../demand/demand-forecast.ts';
import { certainLeadTime, leadTimeQuantile, quotedLeadTime } from '../lead-time/lead-times.ts';
import { stockLevels } from '../ordering/stock-levels.ts';
import { serviceOfLevel } from '../service/service-of-stock.ts';
import { fixedQuantityPolicy, forecastPolicy, minMaxPolicy, type OrderPolicy } from './order-policy.ts';
import { type ReplayQuestion, replayPolicy } from './replay-policy.ts';
import { summariseReplays } from './summarise-replays.ts';

const question: ReplayQuestion = {
  demand: [],
  leadTimeOf: () => 2,
  policy: () => 0,
  start: { onHand: 0 },
  unmet: 'lost',
  costs: { unitCost: 10, lostMargin: 4, perOrder: 3, holdingShare: 0.365 },
};
const replay = (changes: Partial<ReplayQuestion>) => replayPolicy({ ...question, ...changes });
const orderUpTo = (level: number, reviewDays = 1): OrderPolicy =>
  forecastPolicy(() => ({ reorderPoint: level, orderUpTo: level }), { reviewDays });

describe('a replay by hand', () => {
  const demand = [3, 3, 3, 3, 3];
  const policy = minMaxPolicy(4, 9);

  test('loses what is not there', () => {
    const { onHand, received, issued, short, ordered, end, totals } = replay({
      demand,
      policy,
      start: { onHand: 7 },
    });
    assert.deepEqual(Array.from(ordered), [0, 5, 0, 0, 7]);
    assert.deepEqual(Array.from(received), [0, 0, 0, 5, 0]);
    assert.deepEqual(Array.from(onHand), [4, 1, 0, 2, 0]);
    assert.deepEqual(Array.from(issued), [3, 3, 1, 3, 2]);
    assert.deepEqual(Array.from(short), [0, 0, 2, 0, 1]);
    assert.deepEqual(end, { onHand: 0, onOrder: 7, backordered: 0 });
    const expected = {
      wanted: 15,
      short: 3,
      lost: 3,
      cycles: 2,
      cyclesShort: 2,
      orders: 2,
      orderedUnits: 12,
    };
    const money = { ordered: 120, unitDays: 7, stockValueDays: 70, lostMargin: 12, orderingCost: 6 };
    assert.deepEqual(
      { ...totals, holdingCost: Number(totals.holdingCost.toFixed(9)) },
      { variants: 1, ...expected, ...money, holdingCost: 0.07 },
    );
  });

  test('serves backorders first', () => {
    const { onHand, issued, short, end, totals } = replay({
      ...{ demand, policy, unmet: 'backordered', start: { onHand: 7 } },
    });
    assert.deepEqual(Array.from(short), [0, 0, 2, 0, 3]);
    assert.deepEqual(Array.from(onHand), [4, 1, 0, 0, 0]);
    assert.deepEqual(Array.from(issued), [3, 3, 1, 5, 0]);
    assert.deepEqual([end.backordered, totals.lost, totals.lostMargin], [3, 0, 0]);
  });

  test('receives what had been ordered before, and an order without lead time at once', () => {
    const start = { onHand: 0, arriving: [{ day: 1, quantity: 6 }] };
    assert.deepEqual(Array.from(replay({ demand: [1, 2, 2], start }).onHand), [0, 4, 2]);
    const now = replay({ demand: [1, 2], policy: orderUpTo(5), leadTimeOf: () => 0 });
    assert.deepEqual(Array.from(now.onHand), [4, 3]);
  });
});

/** Of Poisson's distribution, by the times between events. */
function drawCount(uniform: Uniform, mean: number): number {
  let count = -1;
  for (let time = 0; time < mean; count += 1) time += drawExponential(uniform, 1);
  return count;
}

const policies = fc.oneof(
  fc
    .tuple(fc.integer({ min: -1, max: 40 }), fc.integer({ min: 1, max: 50 }))
    .map(([r, q]) => fixedQuantityPolicy(r, q)),
  fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 50 }))
    .map(([s, q]) => minMaxPolicy(s, s + q)),
  fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 9 }))
    .map(([level, days]) => orderUpTo(level, days)),
);
const worlds = fc.record({
  demand: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 80 }),
  leads: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 9 }),
  onHand: fc.integer({ min: 0, max: 30 }),
  unmet: fc.constantFrom('lost', 'backordered'),
});
const worldOf = ({
  demand,
  leads,
  onHand,
  unmet,
}: typeof worlds extends fc.Arbitrary<infer World> ? World : never) => ({
  ...{ demand, unmet, start: { onHand } },
  leadTimeOf: (day: number) => leads[day % leads.length] ?? 0,
});

describe('whatever the policy', () => {
  test('stock balances every day, and nobody is forgotten', () => {
    fc.assert(
      fc.property(worlds, policies, (world, policy) => {
        const { onHand, received, issued, short, ordered, end } = replay({ ...worldOf(world), policy });
        let [before, wanted, out, missed, came, asked] = [world.onHand, 0, 0, 0, 0, 0];
        for (const [day, evening] of onHand.entries()) {
          assert.equal(evening, before + (received[day] ?? 0) - (issued[day] ?? 0));
          assert.ok(evening >= 0);
          before = evening;
          wanted += world.demand[day] ?? 0;
          [out, missed] = [out + (issued[day] ?? 0), missed + (short[day] ?? 0)];
          [came, asked] = [came + (received[day] ?? 0), asked + (ordered[day] ?? 0)];
        }
        const never = world.unmet === 'lost' ? missed : end.backordered;
        assert.equal(wanted, out + never);
        assert.equal(end.onOrder, asked - came);
      }),
    );
  });

  test('where nothing is wanted nothing is ordered, if the minimum is met', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 }), (reviewDays, onHand) => {
        const forecast = steadyForecast({ perDay: 0, errorVariance: 0 });
        const levels = stockLevels(
          { forecast, leadTimes: quotedLeadTime(9), reviewDays },
          { service: 0.99, coverDays: 30 },
        );
        const policy = forecastPolicy(() => levels, { reviewDays, sizes: { minimum: 2, pack: 6 } });
        const idle = { demand: new Float64Array(60), start: { onHand } };
        assert.equal(replay({ ...idle, policy }).totals.orders, 0);
        assert.equal(replay({ ...idle, policy: minMaxPolicy(onHand - 1, 30) }).totals.orders, 0);
      }),
    );
  });

  test('more safety never serves less: a higher level of the same orders', () => {
    const steady = fc.tuple(worlds, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(steady, fc.integer({ min: 0, max: 60 }), ([world, lead, reviewDays], level) => {
        const at = (safety: number) =>
          replay({
            ...worldOf(world),
            leadTimeOf: () => lead,
            policy: orderUpTo(level + safety, reviewDays),
            start: { onHand: level + safety },
          });
        const [less, more] = [at(0), at(5)];
        assert.ok(more.totals.short <= less.totals.short);
        assert.ok(more.totals.unitDays >= less.totals.unitDays);
      }),
    );
  });
});

describe('service that was promised is service that is found', () => {
  for (const [name, lead, reviewDays, perDay, over] of [
    ['a fast seller, looked at weekly', 10, 7, 8, 2],
    ['a slow one, looked at daily', 5, 1, 0.2, 1.5],
  ] as const) {
    test(name, () => {
      const protection = {
        forecast: steadyForecast({ perDay, errorVariance: perDay * over }),
        leadTimes: certainLeadTime(lead),
        reviewDays,
      };
      const { orderUpTo: level } = stockLevels(protection, { service: 0.9 });
      const uniform = randomFor(21, name).next;
      const demand = Array.from({ length: 60_000 }, () =>
        drawCount(uniform, drawGamma(uniform, perDay / (over - 1), 1 / (over - 1))),
      );
      const policy = orderUpTo(level, reviewDays);
      const found = replay({
        ...{ demand, policy, start: { onHand: level }, unmet: 'backordered' },
        leadTimeOf: () => lead,
      });
      const promised = serviceOfLevel(protection, level);
      const { service } = summariseReplays([{ replay: found, unitCost: 1 }]);
      assert.ok(Math.abs(service.fill - promised.fill) < 0.006, `${service.fill} ${promised.fill}`);
      // By review cycle: whether the last evening of each was short of what was wanted until then.
      let held = 0;
      const cycles = Math.floor((demand.length - lead) / reviewDays) - 1;
      for (let cycle = 1; cycle <= cycles; cycle += 1) {
        const end = cycle * reviewDays + lead;
        const wanted = demand.slice(end - lead - reviewDays, end).reduce((total, units) => total + units, 0);
        if (wanted <= level) held += 1;
      }
      assert.ok(Math.abs(held / cycles - promised.cycle) < 0.012, `${held / cycles} ${promised.cycle}`);
    });
  }

  test('with lead times that vary and units that are lost, the target is kept', () => {
    const leadTimes = quotedLeadTime(12);
    const protection = {
      forecast: steadyForecast({ perDay: 4, errorVariance: 6 }),
      leadTimes,
      reviewDays: 7,
    };
    const levels = stockLevels(protection, { service: 0.95 });
    const uniform = randomFor(22, 'lost').next;
    const demand = Array.from({ length: 20_000 }, () => drawCount(uniform, drawGamma(uniform, 8, 2)));
    const found = replay({
      ...{
        demand,
        policy: forecastPolicy(() => levels, { reviewDays: 7 }),
        start: { onHand: levels.orderUpTo },
      },
      leadTimeOf: () => leadTimeQuantile(leadTimes, uniform()),
    });
    const { service } = summariseReplays([{ replay: found, unitCost: 1 }]);
    assert.ok(service.cycle > 0.94 && service.fill > 0.98, `${service.cycle} ${service.fill}`);
  });
});

test('the (s, S) of the textbook costs what it says: 8.034 a period', () => {
  // Snyder and Shen, example 4.7: Poisson(6), K = 5, h = 1, p = 4 a period short, s = 4, S = 10.
  const uniform = randomFor(23, 'textbook').next;
  const demand = Array.from({ length: 200_000 }, () => drawCount(uniform, 6));
  const { totals, short } = replay({
    ...{
      demand,
      policy: minMaxPolicy(4, 10),
      leadTimeOf: () => 0,
      unmet: 'backordered',
      start: { onHand: 10 },
    },
    costs: { unitCost: 1, lostMargin: 0, perOrder: 5, holdingShare: 365 },
  });
  // All that is backordered is served the next morning, so that each unit is short for one period.
  const penalty = 4 * short.reduce((total, units) => total + units, 0);
  const perPeriod = (totals.holdingCost + totals.orderingCost + penalty) / demand.length;
  assert.ok(Math.abs(perPeriod - 8.034) < 0.05, String(perPeriod));
});

describe('many replays as one', () => {
  const one = replay({ demand: [3, 3], start: { onHand: 4 } });
  const other = replay({ demand: [1, 1], start: { onHand: 9 } });

  test('service is that of all units, cash that of all on a day', () => {
    const all = summariseReplays([
      { replay: one, unitCost: 10 },
      { replay: other, unitCost: 10 },
    ]);
    assert.deepEqual(all.service, { cycle: 0.5, fill: 0.75 });
    assert.deepEqual(Array.from(all.stockValueByDay), [90, 70]);
    assert.deepEqual([all.meanStockValue, all.peakStockValue, all.variants], [80, 90, 2]);
    assert.ok(Math.abs(all.cost - (8 + 0.16)) < 1e-9);
  });

  test('what cannot be is refused', () => {
    assert.throws(() => summariseReplays([]), RangeError);
    assert.throws(() => replay({ demand: [Number.NaN] }), RangeError);
    assert.throws(() => replay({ demand: [1], policy: () => -1 }), RangeError);
    assert.throws(() => replay({ demand: [1], policy: () => 1, leadTimeOf: () => 1.5 }), RangeError);
    assert.throws(() => fixedQuantityPolicy(1, 0), RangeError);
    assert.throws(() => minMaxPolicy(5, 4), RangeError);
    const longer = replay({ demand: [1, 1, 1] });
    assert.throws(
      () =>
        summariseReplays([
          { replay: one, unitCost: 1 },
          { replay: longer, unitCost: 1 },
        ]),
      RangeError,
    );
  });
});
