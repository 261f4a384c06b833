import assert from 'node:assert/strict';
import { test } from 'node:test';
import { poissonDemand } from '../../../statistics/index.ts';
import { DEFAULT_POLICY } from '../policy/policy.ts';
import { AT_95 } from '../testing/need-facts.ts';
import type { BacktestInput, ReplayedId, ReplayedItem } from './backtest.ts';
import { replayShop } from './replay-shop.ts';
import { knownFrom } from './usual-day.ts';
import { weeksBefore } from './weekly-demand.ts';

const [BEFORE, LENGTH] = [364, 364];

/** Numbers from 0 to 1, the same in each run (Park and Miller 1988). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** A year of Poisson demand before the span and one in it, busier in its second half. */
function anItem(seed: number, perDay: number, given: Partial<ReplayedItem> = {}): ReplayedItem {
  const roll = dice(seed);
  const days = Array.from({ length: BEFORE + LENGTH }, (_, day) => {
    const rate = perDay * (day > BEFORE + LENGTH / 2 ? 1.3 : 1);
    return poissonDemand(rate).quantile(Math.min(roll(), 0.999_999));
  });
  return {
    ...{ days, unitCost: 400, marginMinor: 600, lead: { meanDays: 14, sdDays: 3 }, reviewDays: 7 },
    ...{ packSize: 1, minimumQuantity: 1 },
    ...given,
  };
}

function replay(given: Partial<BacktestInput> = {}) {
  const items = Array.from({ length: 40 }, (_, index) => anItem(index + 1, 0.2 + (index % 8) * 0.5));
  const result = replayShop({
    ...{ items, before: BEFORE, length: LENGTH, policy: AT_95, seed: 7 },
    ...given,
  });
  const of = (id: ReplayedId) => result.policies.find((one) => one.id === id) ?? assert.fail(id);
  return { ...result, of };
}

test('a policy that aims at 95 % of cycles gets about there, at less cost than levels by hand or the average of a month', () => {
  const { of } = replay();
  const [yours, fixed, average] = [of('yours'), of('min_max'), of('average_30')];
  assert.ok(yours.service > 0.92 && yours.service < 0.99, `${yours.service}`);
  assert.ok(yours.fillRate > 0.97, `${yours.fillRate}`);
  assert.ok(average.fillRate < yours.fillRate - 0.03, `${average.fillRate}`);
  assert.ok(
    yours.cost < fixed.cost && yours.cost < average.cost,
    `${yours.cost} ${fixed.cost} ${average.cost}`,
  );
});

test('what the program comes with costs least: less than 95 of 100 cycles of everything, and than rules by hand', () => {
  // From mugs that many want to rugs that hardly anybody buys.
  const items = Array.from({ length: 40 }, (_, index) =>
    anItem(index + 1, 2 / (1 + index), { unitCost: 300 * (1 + index), marginMinor: 200 * (1 + index) }),
  );
  const [cheapest, most] = [replay({ items, policy: DEFAULT_POLICY }), replay({ items })];
  const cost = cheapest.of('yours').cost;
  assert.ok(cost < most.of('yours').cost, `${cost} and ${most.of('yours').cost}`);
  for (const id of ['min_max', 'average_30'] as const) {
    assert.ok(cost < cheapest.of(id).cost, `${cost} and ${cheapest.of(id).cost} of ${id}`);
  }
});

test('more service is never less service and never less stock', () => {
  const outcomes = [0.8, 0.95, 0.99].map((share) =>
    replay({ policy: { ...AT_95, service: { kind: 'cycle', share } } }).of('yours'),
  );
  for (const [index, one] of outcomes.slice(1).entries()) {
    const before = outcomes[index] ?? assert.fail();
    assert.ok(one.fillRate >= before.fillRate && one.averageStock >= before.averageStock);
  }
});

test('what is not wanted is not ordered, and the stock that is there stays', () => {
  const items = [anItem(3, 0, { actual: new Array<number>(LENGTH).fill(5) })];
  const { of, actual } = replay({ items });
  for (const id of ['yours', 'min_max', 'average_30'] as const) assert.equal(of(id).orders, 0, id);
  assert.equal(of('yours').averageStock, 2_000);
  assert.equal(actual, undefined);
});

test('what really happened is told where the stock of then is known, with what days without it lost', () => {
  const item = anItem(5, 2);
  const days = item.days.map((of, day) => (day >= BEFORE && day < BEFORE + 36 ? Number.NaN : of));
  const actual = Array.from({ length: LENGTH }, (_, day) => (day < 36 ? 0 : 50));
  const told = replay({ items: [{ ...item, days, actual }] }).actual;
  assert.ok(told !== undefined && told.fillRate > 0.88 && told.fillRate < 0.94, `${told?.fillRate}`);
  assert.ok(Math.abs(told.averageStock - (50 * 400 * (LENGTH - 36)) / LENGTH) < 1);
  assert.ok(told.lostMargin > 20_000 && told.lostMargin < 40_000, `${told.lostMargin}`);
});

test('what was on its way when a span begins comes under any policy, and is not ordered again', () => {
  const days = new Array<number>(BEFORE + LENGTH).fill(2);
  const item = { ...anItem(5, 2), days, lead: { meanDays: 14, sdDays: 0 } };
  // Six pieces on the first morning, and eighty on the fourth: after the lead time whatever was ordered since is in it, too.
  const stock = (day: number) => (day < 3 ? 4 - 2 * day : 80 - 2 * (day - 2) + (day < 20 ? 0 : 500));
  const actual = Array.from({ length: LENGTH }, (_, day) => stock(day));
  const isGap = (day: number) => day >= 3 && day < 14;
  const without = {
    days: days.map((of, day) => (isGap(day - BEFORE) ? Number.NaN : of)),
    actual: actual.map((of, day) => (isGap(day) ? 0 : of)),
  };
  const known = replay({ items: [{ ...item, actual }] });
  const unknown = replay({ items: [{ ...item, ...without }] });
  assert.equal(known.of('yours').fillRate, 1);
  assert.ok(
    unknown.of('yours').fillRate < 0.98,
    `nothing comes for a lead time: ${unknown.of('yours').fillRate}`,
  );
  assert.ok(known.of('yours').highestStock < 400 * 200, 'what came later was ordered in the span');
});

test('a forecast knows no more than its morning: what comes after the span’s first day changes none of its orders', () => {
  const [item] = [anItem(9, 3)];
  const cut = item.days.map((of, day) => (day >= BEFORE + 300 ? of * 20 : of));
  const [one, other] = [replay({ items: [item] }), replay({ items: [{ ...item, days: cut }] })];
  const until = (of: ReturnType<typeof replay>) => of.of('yours').stockByWeek.slice(0, 42);
  assert.deepEqual(until(one), until(other));
});

test('what is new comes in with a past of a quarter, and with what its first weeks wanted', () => {
  const old = anItem(4, 2);
  const since = BEFORE + 30;
  const fresh = { ...old, days: old.days.map((of, day) => (day < since ? 0 : of)) };
  const never = { ...old, days: old.days.map(() => 0) };
  const { of } = replay({ items: [fresh] });
  // Of nothing it would have been out of stock until it could be known at all.
  assert.ok(of('yours').fillRate > 0.95 && of('min_max').fillRate > 0.7, `${of('yours').fillRate}`);
  assert.deepEqual([knownFrom(fresh.days, BEFORE), knownFrom(old.days, BEFORE)], [since + 91, BEFORE]);
  assert.equal(replay({ items: [never] }).of('yours').averageStock, 0);
  // It is nowhere until it is: the first weeks have no stock of it to keep.
  const [until, from] = [Math.floor((30 + 91) / 7), Math.ceil((30 + 91) / 7)];
  for (const id of ['yours', 'min_max', 'average_30'] as const) {
    const { stockByWeek } = of(id);
    assert.ok(
      stockByWeek.slice(0, until).every((stock) => stock === 0),
      id,
    );
    assert.ok((stockByWeek[from] ?? 0) > 0, id);
  }
});

test('weeks end where the span begins, and one with too few days of stock says nothing', () => {
  const days = [9, 1, 1, 1, 1, 1, 1, 1, Number.NaN, 2, 2, 2, 2, Number.NaN, Number.NaN];
  assert.deepEqual([...weeksBefore(days, 8)], [7]);
  assert.deepEqual([...weeksBefore(days, 15)], [7, 14]);
  const few = days.map((of, day) => (day > 9 ? Number.NaN : of));
  assert.deepEqual([...weeksBefore(few, 15)], [7, Number.NaN]);
});

test('a year of 1,000 variants takes seconds', () => {
  const items = Array.from({ length: 100 }, (_, index) => anItem(index + 1, 0.05 + 3 * (index / 100) ** 3));
  const began = process.cpuUsage();
  replay({ items });
  const { user, system } = process.cpuUsage(began);
  // A tenth of them; a machine that is busy elsewhere counts no more processor time for it.
  assert.ok(user + system < 5_000_000, `${(user + system) / 1_000} ms`);
});
