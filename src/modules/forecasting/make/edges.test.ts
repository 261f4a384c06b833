import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idFrom } from '../../../kernel/index.ts';
import { WEEKS_AHEAD } from '../forecast/forecast.ts';
import { calendarOf } from './calendar.ts';
import { itemForecaster } from './forecast-item.ts';
import { forecastTogether } from './forecast-items.ts';
import type { Item, Past } from './item.ts';
import { learnEffects } from './learn-effects.ts';

const WEEKS = 156;
const LAST = 7 * WEEKS - 1;

/** With the 29th of February 2028, and the week 53 of 2026. */
const past: Past = { from: Temporal.PlainDate.from('2025-04-07'), weeks: WEEKS };

const DEMANDS: Readonly<Record<string, readonly (readonly [day: number, pieces: number])[]>> = {
  'one sale ever': [[300, 1]],
  'one sale yesterday': [[LAST, 1]],
  nothing: [],
  'a million a day': Array.from({ length: LAST + 1 }, (_, day) => [day, 1_000_000]),
  'a million once': Array.from({ length: 150 }, (_, week) => [7 * week, week === 75 ? 1_000_000 : 1]),
  'three days of a first week': [0, 1, 2].map((day) => [LAST - day, 2] as const).toReversed(),
};

test('demand at its edges is forecast in whole, finite and never falling sums', () => {
  const items = Object.values(DEMANDS).map((demand, index): Item => {
    const days = demand.map(([day]) => day);
    return {
      ...{ variantId: idFrom<'variant'>(index, new Uint8Array(10)), category: 'home', brand: undefined },
      ...{ days, pieces: demand.map(([, pieces]) => pieces), prices: days.map(() => 1_000) },
      ...{
        outs: [[10, 20]],
        since: days[0] ?? 0,
        promotions: [{ from: 0, to: 2_000, depth: 0.2, name: 'all' }],
      },
    };
  });
  const calendar = calendarOf(past);
  const effects = learnEffects(items, { weeks: WEEKS, calendar });
  const forecastItem = itemForecaster({ past, calendar, effects });
  const owned = items.map((item) => ({ item, own: forecastItem(item) }));
  const { fit } = forecastTogether(owned);
  for (const [index, one] of owned.entries()) {
    const what = Object.keys(DEMANDS)[index] ?? '';
    const { weeks, variances } = fit(one);
    assert.equal(weeks.length, WEEKS_AHEAD, what);
    for (let week = 0; week < WEEKS_AHEAD; week += 1) {
      const [mean, variance] = [weeks[week] ?? Number.NaN, variances[week] ?? Number.NaN];
      assert.ok(Number.isFinite(mean) && mean >= 0, `${what}: ${mean} in week ${week}`);
      assert.ok(Number.isFinite(variance), `${what}: ${variance} of ${week} weeks`);
      assert.ok(
        variance >= (variances[week - 1] ?? 0) * (1 - 1e-9),
        `${what}: variance falls in week ${week}`,
      );
    }
  }
  const weekly = fit(owned[3] ?? assert.fail()).weeks[0] ?? 0;
  assert.ok(Math.abs(weekly / 7_000_000 - 1) < 0.1, `${weekly} of a million a day`);
});
