import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idFrom } from '../../../kernel/index.ts';
import { demandOver } from '../forecast/demand-over.ts';
import type { StoredForecast } from '../forecast/forecast.ts';
import { calendarOf } from './calendar.ts';
import { itemForecaster } from './forecast-item.ts';
import { forecastTogether } from './forecast-items.ts';
import type { Item, Past } from './item.ts';
import { learnEffects } from './learn-effects.ts';
import { weeklyDemand } from './weekly-demand.ts';

// A world in which it is known what is so: months, weekdays, a price that went up, and growth.
const TRUTH = {
  months: [0.8, 0.8, 0.9, 1, 1, 0.95, 0.85, 0.85, 1, 1.1, 1.3, 1.45],
  weekdays: [0.15, 0.14, 0.14, 0.13, 0.12, 0.14, 0.18],
  elasticity: -1.8,
  growth: 1.2,
  /** In a week of 20 % off, and on each public holiday of a week. */
  promotion: 1.6,
  holiday: 0.8,
};
const WEEKS = 156;
const past: Past = { from: Temporal.PlainDate.from('2023-11-27'), weeks: WEEKS };
/** Easter moves through the weeks; autumn has a day of its own. */
const HOLIDAYS = ['2024-04-01', '2025-04-21', '2026-04-06', '2024-10-03', '2025-10-03', '2026-05-25']
  .concat(['2024-12-25', '2024-12-26', '2025-12-25', '2025-12-26', '2024-05-09', '2025-05-29', '2026-12-25'])
  .map((day) => ({ day: Temporal.PlainDate.from(day), weight: 1 }));
const calendar = calendarOf(past, HOLIDAYS);
/** Of every third item: three weeks that are over, and one that is planned. */
const PROMOTIONS = [70, 300, 560, 7 * 156 + 14].map((from) => {
  return { from, to: from + 7, depth: 0.2, name: `week ${from / 7}` };
});
const AHEAD = 8;

/** Numbers of a linear congruential generator (Numerical Recipes, 3rd edition, 7.1). */
function uniforms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

/** Knuth's: fine for the few pieces of a day. */
function poisson(random: () => number, mean: number): number {
  let [count, product] = [0, random()];
  for (const end = Math.exp(-mean); product > end; product *= random()) count += 1;
  return count;
}

/** Items of a group with some weeks more than are learnt from: what came of them. */
function aWorld(seed: number, count: number) {
  const random = uniforms(seed);
  const mean = TRUTH.months.reduce((sum, month) => sum + month, 0) / 12;
  return Array.from({ length: count }, (_, index) => {
    const weekly = 2 + (index % 10) * 3;
    const days: number[] = [];
    const pieces: number[] = [];
    const prices: number[] = [];
    const changeDay = 400 + (index % 5) * 100;
    for (let day = 0; day < (WEEKS + AHEAD) * 7; day += 1) {
      const price = index % 2 === 0 && day >= changeDay ? 1_250 : 1_000;
      const { month } = past.from.add({ days: day });
      const week = Math.floor(day / 7);
      const promotions = index % 3 === 0 ? PROMOTIONS : [];
      const isPromoted = promotions.some(({ from, to }) => from <= day && day < to);
      const rate =
        weekly *
        ((TRUTH.months[month - 1] ?? 1) / mean) *
        (TRUTH.weekdays[day % 7] ?? 0) *
        (price / 1_000) ** TRUTH.elasticity *
        TRUTH.growth ** (day / 365 - 1.5) *
        (isPromoted ? TRUTH.promotion : 1) *
        TRUTH.holiday ** (calendar.holidays[week] ?? 0);
      const wanted = poisson(random, rate);
      if (wanted === 0) continue;
      days.push(day);
      pieces.push(wanted);
      prices.push(isPromoted ? 0.8 * price : price);
    }
    const variantId = idFrom<'variant'>(index, new Uint8Array(10));
    const item: Item = {
      ...{ variantId, category: 'home/cups', brand: undefined, outs: [], since: 0 },
      ...{ days, pieces, prices },
      ...(index % 3 === 0 ? { promotions: PROMOTIONS } : {}),
    };
    return item;
  });
}

const worlds = [1, 2].map((seed) => {
  const items = aWorld(seed, 60);
  return { items, effects: learnEffects(items, { weeks: WEEKS, calendar }) };
});
const [{ items, effects } = assert.fail()] = worlds;
const forecastItem = itemForecaster({ past, calendar, effects });

test('months, weekdays, holidays, promotions and the price are found as they are', () => {
  for (const { effects: found } of worlds) {
    const { home } = found.groups;
    const mean = TRUTH.months.reduce((sum, month) => sum + month, 0) / 12;
    home?.months.forEach((times, index) => {
      const truth = (TRUTH.months[index] ?? 1) / mean;
      assert.ok(Math.abs(times / truth - 1) < 0.12, `month ${index + 1}: ${times} for ${truth}`);
    });
    home?.weekdays.forEach((share, index) => {
      assert.ok(Math.abs(share - (TRUTH.weekdays[index] ?? 0)) < 0.012, `weekday ${index + 1}: ${share}`);
    });
    assert.ok(Math.abs((home?.elasticity ?? 0) - TRUTH.elasticity) < 0.45, `${home?.elasticity}`);
    assert.ok(Math.abs(Math.exp(home?.promotion ?? 0) - TRUTH.promotion) < 0.2, `${home?.promotion}`);
    assert.ok(Math.abs(Math.exp(home?.holiday ?? 0) - TRUTH.holiday) < 0.06, `${home?.holiday}`);
  }
});

test('ranges of the weeks to come hold what came as often as they say, and all together is near', () => {
  let [within, cases, expected, came] = [0, 0, 0, 0];
  for (const world of worlds) {
    const forecastOne = itemForecaster({ past, calendar, effects: world.effects });
    const owned = world.items.map((item) => ({ item, own: forecastOne(item) }));
    const forecasts = owned.map(forecastTogether(owned).fit);
    for (const [index, forecast] of forecasts.entries()) {
      const item = world.items[index] ?? assert.fail();
      const stored: StoredForecast = {
        ...{ variantId: item.variantId, firstDay: past.from.add({ days: 7 * WEEKS }), share: 1 },
        ...{
          madeAt: Temporal.Instant.from('2026-11-23T03:00:00Z'),
          isEnough: true,
          reasons: [],
          adjustments: [],
        },
        ...{ demandClass: forecast.demandClass, method: forecast.method, weekdays: forecast.weekdays },
        ...{ weeks: [...forecast.weeks], variances: [...forecast.variances] },
      };
      const demand = demandOver(stored, { from: stored.firstDay, days: 7 * AHEAD });
      const weekly = weeklyDemand(item, forecast.weekdays, WEEKS + AHEAD).values.subarray(WEEKS);
      const actual = weekly.reduce((sum, pieces) => sum + pieces, 0);
      within += Number(actual >= demand.quantile(0.1) && actual <= demand.quantile(0.9));
      cases += 1;
      expected += demand.mean;
      came += actual;
    }
  }
  // 80 % of 120: two and a half standard deviations below, and wide ranges are no fault that costs a sale.
  assert.ok(within / cases >= 0.7, `${within} of ${cases}`);
  assert.ok(Math.abs(expected / came - 1) < 0.12, `${expected} for ${came}`);
});

test('where more came of everything than was said, all ranges are wider, and where enough was said, none is', () => {
  const owned = items.map((item) => ({ item, own: forecastItem(item) }));
  const asIf = (times: number) => {
    const told = owned.map(({ item, own }) => {
      const foretold = own.foretold.map((one) => ({ ...one, actual: Math.round(one.mean * times) }));
      return { item, own: { ...own, foretold } };
    });
    const { doubt, fit } = forecastTogether(told);
    return { doubt, made: told.map(fit) };
  };
  const [usual, wide] = [asIf(0.9), asIf(1.8)];
  assert.equal(usual.doubt, 0);
  assert.ok(wide.doubt > 0.2, `${wide.doubt}`);
  for (const [index, { variances, weeks }] of wide.made.entries()) {
    const before = usual.made[index]?.variances[3] ?? Number.NaN;
    const mean = weeks.subarray(0, 4).reduce((sum, pieces) => sum + pieces, 0);
    const expected = before + (wide.doubt * mean) ** 2;
    assert.ok(Math.abs((variances[3] ?? 0) / expected - 1) < 1e-9, `${variances[3]} for ${expected}`);
  }
});

test('what is new sells like what is like it, and what nobody ever wanted is not taken for a hit', () => {
  const fresh: Item = {
    ...(items[0] ?? assert.fail()),
    variantId: idFrom<'variant'>(999, new Uint8Array(10)),
    days: [],
    pieces: [],
    prices: [],
    since: 7 * WEEKS,
  };
  const silent = { ...fresh, variantId: idFrom<'variant'>(998, new Uint8Array(10)), since: 0 };
  const alone = { ...fresh, variantId: idFrom<'variant'>(997, new Uint8Array(10)), category: 'garden' };
  const all = [...items, fresh, silent, alone];
  const owned = all.map((item) => ({ item, own: forecastItem(item) }));
  const forecasts = owned.map(forecastTogether(owned).fit);
  const of = (item: Item) => forecasts.find(({ variantId }) => variantId === item.variantId) ?? assert.fail();
  const usual = items.reduce((sum, item) => sum + (of(item).weeks[0] ?? 0), 0) / items.length;
  const first = of(fresh).weeks[0] ?? 0;
  assert.equal(of(fresh).method, 'analogy');
  assert.ok(first > usual / 2 && first < usual * 2, `${first} for ${usual}`);
  assert.ok((of(fresh).variances[0] ?? 0) > first, 'what is not known is wide');
  assert.deepEqual([of(silent).demandClass, of(silent).weeks[0]], ['never_sold', 0]);
  assert.deepEqual([of(alone).demandClass, of(alone).method], ['new', 'none']);
});

test('days out of stock are missing and not zero', () => {
  const item = items[9] ?? assert.fail();
  const [from, to] = [(WEEKS - 6) * 7, (WEEKS - 2) * 7 - 1];
  const keeps = item.days.map((day) => day < from || day > to);
  const only = <Value>(of: readonly Value[]) => of.filter((_, index) => keeps[index]);
  const out: Item = {
    ...item,
    days: only(item.days),
    pieces: only(item.pieces),
    prices: only(item.prices),
    outs: [[from, to]],
  };
  const weeks = (of: Item) =>
    forecastItem(of)
      .weeks.subarray(0, 4)
      .reduce((sum, pieces) => sum + pieces, 0);
  const zero: Item = { ...out, outs: [] };
  assert.ok(weeks(out) > 0.85 * weeks(item), `${weeks(out)} of ${weeks(item)}`);
  assert.ok(weeks(zero) < 0.8 * weeks(item), `${weeks(zero)} of ${weeks(item)}`);
  assert.equal(forecastItem(out).daysOut, 28);
});

test('what is planned is known: a promotion in its week, a price from its day on, and both are said', () => {
  const item = items[9] ?? assert.fail();
  const week = (of: Item, index: number) => forecastItem(of).weeks[index] ?? 0;
  const { promotions: _, ...without } = item;
  const told = week(item, 2) / week({ ...without, promotions: PROMOTIONS.slice(0, 3) }, 2);
  assert.ok(Math.abs(told - TRUTH.promotion) < 0.2, `${told}`);
  const dearer: Item = { ...item, planned: [{ day: 7 * (WEEKS + 4), times: 1.1 }] };
  assert.ok(Math.abs(week(dearer, 3) / week(item, 3) - 1) < 1e-9);
  const change = week(dearer, 6) / week(item, 6);
  assert.ok(Math.abs(change - 1.1 ** TRUTH.elasticity) < 0.06, `${change}`);
  const reasons = forecastItem(dearer).reasons;
  const promotion = reasons.find(({ kind }) => kind === 'promotion');
  assert.deepEqual(promotion, { kind: 'promotion', text: 'week 158', effect: promotion?.effect });
  assert.ok(reasons.some((reason) => reason.kind === 'price' && reason.change > 0.05));
  assert.ok(reasons.some(({ kind, effect }) => kind === 'holiday' && effect < -0.1));
});

test('an effect that is none is not kept', () => {
  const shifted = items.map((item) => {
    return {
      ...item,
      promotions: PROMOTIONS.map((one) => ({ ...one, from: one.from + 90, to: one.to + 90 })),
    };
  });
  const { home } = learnEffects(shifted, { weeks: WEEKS, calendar }).groups;
  assert.ok(Math.abs(home?.promotion ?? 1) < 0.06, `${home?.promotion}`);
});
