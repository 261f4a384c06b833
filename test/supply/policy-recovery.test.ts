import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReplayedItem } from '../../src/modules/replenishment/backtest/backtest.ts';
import type { InUse } from '../../src/modules/replenishment/backtest/experience.ts';
import { inUse } from '../../src/modules/replenishment/backtest/replay-shop.ts';
import { weeklyForecasts } from '../../src/modules/replenishment/backtest/weekly-forecasts.ts';
import { DEFAULT_POLICY, type ServiceTarget } from '../../src/modules/replenishment/policy/policy.ts';
import { tradeOf } from '../../src/simulator/trade/trade.ts';
import { TRUTHS } from '../../src/simulator/trade/truths.ts';
import { demoWorld } from '../../src/simulator/world/demo-world.ts';
import { type Interval, ratioInterval, ratioSums } from '../../src/statistics/index.ts';

/**
 * The demo's past as it is simulated, with its seasons, campaigns and prices, in three histories, each a shop of its own, with days without
 * stock planted in each: the policy is used for the last year but two weeks, by what was known on each morning and by what had come of it
 * until then, and all that came once its first orders were there is counted. Variants are what is independent, so that the interval of a
 * service, a ratio of sums, is that of the delta method over them (`ratioInterval`), at 99 %.
 */
const SEEDS = [3, 4, 5];
const VARIANTS = 100;
const LENGTH = 26 * 7;
const BEFORE = TRUTHS.days - LENGTH;
const CONFIDENCE = 0.99;
/** One variant in four was out of stock for three weeks, of which nothing is known. */
const [OUT_EACH, OUT_DAYS] = [4, 21];
const LEAD_DAYS = 14;
const lastDay = Temporal.PlainDate.from('2026-09-27');

function history(seed: number): ReplayedItem[] {
  const sold = new Map<string, number[]>();
  const zone = 'Europe/Berlin';
  for (const { date, orders } of tradeOf({ world: demoWorld(1), seed, lastDay, zone })) {
    for (const { variant, quantity } of orders.flatMap(({ lines }) => lines)) {
      const days = sold.get(variant.sku) ?? new Array<number>(TRUTHS.days).fill(0);
      days[date.index] = (days[date.index] ?? 0) + quantity;
      sold.set(variant.sku, days);
    }
  }
  const wanted = (days: readonly number[]) => days.reduce((total, of) => total + of, 0);
  return [...sold.values()]
    .toSorted((one, other) => wanted(other) - wanted(one))
    .slice(0, VARIANTS)
    .map((days, index) => ({
      days: index % OUT_EACH === 0 ? days.fill(Number.NaN, 200 + index, 200 + index + OUT_DAYS) : days,
      ...{ unitCost: 1_000, marginMinor: 1_200, lead: { meanDays: LEAD_DAYS, sdDays: 4 }, reviewDays: 7 },
      ...{ packSize: 1, minimumQuantity: 1 },
    }));
}

const histories = SEEDS.map((seed) => {
  const past = { items: history(seed), before: BEFORE, length: LENGTH };
  return { ...past, forecasts: weeklyForecasts(past) };
});

type Unit = { readonly y: number; readonly x: number };

/** What a service that is aimed at came to, in all histories together, and what it was reckoned to be with whole pieces. */
function served(
  service: ServiceTarget,
  orderCostMinor: bigint,
): { readonly came: Interval; readonly reckoned: number } {
  const policy = { ...DEFAULT_POLICY, service, orderCostMinor };
  const used = histories.flatMap(
    ({ forecasts, ...past }) => inUse({ ...past, policy, seed: 7 }, forecasts).replays,
  );
  const interval = (units: readonly Unit[]) => ratioInterval(ratioSums(units), CONFIDENCE) ?? assert.fail();
  const units = used.map((one) => (service.kind === 'fill' ? piecesOf(one) : cyclesOf(one)));
  return {
    came: interval(units.map(({ came, all }) => ({ y: came, x: all }))),
    reckoned: interval(units.map(({ reckoned, all }) => ({ y: reckoned, x: all }))).estimate,
  };
}

/** Cycles that ended since an item's first orders came: those without a stock-out, and how many were reckoned to be without one. */
function cyclesOf({ replay, levelsOn, since }: InUse) {
  let [all, came, reckoned, isShort] = [0, 0, 0, false];
  for (let day = 0; day < replay.received.length; day += 1) {
    if ((replay.received[day] ?? 0) > 0) {
      if (day >= since) {
        all += 1;
        came += isShort ? 0 : 1;
        reckoned += levelsOn(Math.max(day - LEAD_DAYS, 0)).aim?.expected.cycle ?? 1;
      }
      isShort = false;
    }
    if ((replay.short[day] ?? 0) > 0) isShort = true;
  }
  return { all, came, reckoned };
}

function piecesOf({ replay, levelsOn, since }: InUse) {
  let [all, came, reckoned] = [0, 0, 0];
  for (let day = since; day < replay.received.length; day += 1) {
    const wanted = (replay.issued[day] ?? 0) + (replay.short[day] ?? 0);
    all += wanted;
    came += replay.issued[day] ?? 0;
    reckoned += wanted * (levelsOn(Math.max(day - LEAD_DAYS, 0)).aim?.expected.fill ?? 1);
  }
  return { all, came, reckoned };
}

for (const [service, orderCostMinor] of [
  [{ kind: 'cycle', share: 0.9 }, 0n],
  [{ kind: 'cycle', share: 0.95 }, 0n],
  [{ kind: 'fill', share: 0.97 }, 0n],
  [{ kind: 'cycle', share: 0.95 }, 500n],
  [{ kind: 'fill', share: 0.97 }, 500n],
] as const) {
  test(`aimed at ${service.share} (${service.kind}), an order at ${orderCostMinor}, as much is served, neither less nor more`, () => {
    const { came, reckoned } = served(service, orderCostMinor);
    const said = JSON.stringify({ came, reckoned });
    if (process.env['SAY'] !== undefined) console.log(service, orderCostMinor, said);
    assert.ok(came.low <= service.share && service.share <= came.high, said);
    assert.ok(came.high - came.low < 0.05, `wide enough to hold anything: ${said}`);
  });
}
