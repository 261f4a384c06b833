import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { randomFor } from '../../../simulator/random.ts';
import { drawGamma, sum, type Uniform } from '../../../statistics/index.ts';
import { type PaceAsked, paceOf } from './pace.ts';
import { profileOf } from './profile.ts';

const WEEK = [1.3, 1.1, 0.9, 0.8, 1, 1.2, 0.7];
const steady = (days: number, value = 100) => Array<number>(days).fill(value);
const asked = (given: Partial<PaceAsked> & Pick<PaceAsked, 'past'>): PaceAsked => ({
  ...{ kpi: {}, target: 3_000, firstWeekday: 1, today: { part: 0, over: 0 }, from: 0, to: 29 },
  ...given,
});

describe('what is expected by now', () => {
  test('of days that are all alike it is their share', () => {
    const { expectedShare, method } = paceOf(
      asked({ past: { part: steady(10) }, today: { part: 50, over: 0.5 } }),
    );
    assert.deepEqual([method, expectedShare], ['flat', 10.5 / 30]);
  });

  test('follows the days of the week, as they were', () => {
    const past = { part: Array.from({ length: 70 }, (_, day) => 100 * (WEEK[day % 7] ?? 0)) };
    const { expectedShare, method } = paceOf(asked({ past, from: 63, to: 76 }));
    assert.equal(method, 'weekdays');
    assert.ok(Math.abs(expectedShare - 0.5) < 1e-9);
    const threeDays = paceOf(asked({ past: { part: past.part.slice(0, 66) }, from: 63, to: 69 }));
    assert.ok(Math.abs(threeDays.expectedShare - 3.3 / 7) < 1e-9, String(threeDays.expectedShare));
  });

  test('follows the season of the last years: a month whose second half sold three times as much', () => {
    // 600 days; the season is that of 364 days before.
    const past = Array.from({ length: 600 }, (_, day) =>
      day >= 600 - 364 + 15 && day < 600 - 364 + 60 ? 300 : 100,
    );
    const profile = profileOf({ values: past, firstWeekday: 1 }, { from: 600, to: 629 });
    assert.equal(profile.method, 'season');
    const halves = [602, 626].map((day) => profile.weight(day));
    assert.ok((halves[1] ?? 0) > 2.2 * (halves[0] ?? 0), String(halves));
  });
});

describe('what it will come to', () => {
  test('a steady shop goes on, and it is known whether that is enough', () => {
    const past = { part: steady(75) };
    const at = (target: number) => paceOf(asked({ past, from: 60, to: 89, target }));
    const { forecast, actual, state } = at(2_900);
    assert.deepEqual([actual, Math.round(forecast?.estimate ?? 0), state], [1_500, 3_000, 'on_track']);
    assert.equal(at(3_100).state, 'off_track');
    const ceiling = paceOf(asked({ past, from: 60, to: 89, target: 3_100, kpi: { isCeiling: true } }));
    assert.equal(ceiling.state, 'on_track');
    assert.ok((ceiling.forecast?.chance ?? 0) > 0.99);
  });

  test('what cannot fall again is reached when it is, and a ceiling is missed', () => {
    const past = { part: steady(75) };
    const today = { part: 900, over: 0.4 };
    const of = (kpi: PaceAsked['kpi']) =>
      paceOf(asked({ past, from: 60, to: 89, target: 2_399, today, kpi }));
    assert.deepEqual([of({}).forecast?.chance, of({ isCeiling: true }).forecast?.chance], [1, 0]);
    assert.deepEqual([of({}).state, of({ isCeiling: true }).state], ['reached', 'missed']);
    assert.equal(of({ mayFall: true }).state, 'on_track');
    assert.ok((of({}).forecast?.almostSurely.low ?? 0) >= 2_400);
  });

  test('a period that is over was reached or missed, one that is to come is planned, a young shop does not know', () => {
    const state = (given: Partial<PaceAsked>) =>
      paceOf(asked({ past: { part: steady(75) }, ...given })).state;
    assert.equal(state({ from: 0, to: 29, target: 3_000 }), 'reached');
    assert.equal(state({ from: 0, to: 29, target: 3_001 }), 'missed');
    assert.equal(state({ from: 0, to: 29, target: 2_999, kpi: { isCeiling: true } }), 'missed');
    assert.equal(state({ from: 80, to: 100 }), 'planned');
    assert.equal(state({ past: { part: steady(13) }, from: 10, to: 40 }), 'unknown');
  });

  test('a period that began before anything is known counts from the first day that is', () => {
    const { actual, forecast } = paceOf(asked({ past: { part: steady(20) }, from: -10, to: 29 }));
    assert.deepEqual([actual, Math.round(forecast?.estimate ?? 0)], [2_000, 3_000]);
  });

  test('a mean is what both of its parts come to', () => {
    const past = { part: steady(75, 200), whole: steady(75, 10) };
    const today = { part: 0, whole: 0, over: 0.2 };
    const { actual, forecast, expectedShare } = paceOf(asked({ past, today, from: 60, to: 89, target: 19 }));
    assert.deepEqual([actual, expectedShare], [20, 1]);
    assert.ok(Math.abs((forecast?.estimate ?? 0) - 20) < 1e-9 && forecast?.chance === 1);
  });
});

test('where visits were no longer counted, there is no rate to forecast', () => {
  const whole = [...steady(60, 50), ...steady(140, 0)];
  const past = { whole, part: whole.map((visits) => visits / 50) };
  const { state, forecast, actual } = paceOf(asked({ past, from: 190, to: 219, target: 0.02 }));
  assert.deepEqual([state, forecast, actual], ['unknown', undefined, undefined]);
});

describe('in simulated shops of two and a half years, a month to come lies in the interval as often as it says', () => {
  const LENGTH = 900;
  const [FROM, TO, NOW] = [860, 889, 870];
  /** Visits of a shop that grows a tenth a year, with a week and a season. */
  const expectedOf = (day: number, level: number) =>
    level * (1 + day / 3_640) * (WEEK[day % 7] ?? 1) * (1 + 0.3 * Math.sin((2 * Math.PI * day) / 364));
  type World = (uniform: Uniform) => { part: number[]; whole?: number[] };
  const days = (make: (day: number) => number) => Array.from({ length: LENGTH }, (_, day) => make(day));
  const worlds: Readonly<Record<string, World>> = {
    orders: (uniform) => ({ part: days((day) => drawCount(uniform, expectedOf(day, 12))) }),
    'net sales': (uniform) => ({
      part: days((day) => {
        const orders = drawCount(uniform, expectedOf(day, 12));
        return orders === 0 ? 0 : drawGamma(uniform, 1.2 * orders, 1.2 / 80);
      }),
    }),
    'conversion, by its parts': (uniform) => {
      const whole = days((day) => drawCount(uniform, expectedOf(day, 120)));
      return { whole, part: whole.map((visits) => drawCount(uniform, visits * 0.04)) };
    },
  };
  for (const [name, world] of Object.entries(worlds)) {
    test(name, () => {
      const uniform = randomFor(21, name).next;
      const count = 200;
      const held = { likely: 0, almostSurely: 0 };
      for (let n = 0; n < count; n += 1) {
        const { part, whole } = world(uniform);
        const until = (values: readonly number[]) => values.slice(0, NOW);
        const past = { part: until(part), ...(whole ? { whole: until(whole) } : {}) };
        const { forecast } = paceOf(asked({ past, from: FROM, to: TO }));
        const during = (values: readonly number[]) => sum(values.slice(FROM, TO + 1));
        const truth = whole ? during(part) / during(whole) : during(part);
        for (const range of ['likely', 'almostSurely'] as const) {
          const { low = 0, high = 0 } = forecast?.[range] ?? {};
          if (low <= truth && truth <= high) held[range] += 1;
        }
      }
      // Three standard errors of these shares in 200 worlds are 0.085 and 0.046; wider than stated is no fault.
      assert.ok(held.likely / count > 0.715, `${name}: ${held.likely}`);
      assert.ok(held.almostSurely / count > 0.904, `${name}: ${held.almostSurely}`);
      assert.ok(held.likely / count < 0.97, `${name}: ${held.likely}`);
    });
  }
});

/** Of Poisson's distribution, by the times between events. */
function drawCount(uniform: Uniform, mean: number): number {
  let count = -1;
  for (let time = 0; time < mean; count += 1) time -= Math.log(1 - uniform());
  return count;
}
