import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { randomFor } from '../../simulator/random.ts';
import { drawGamma, drawNormal, type Uniform } from '../sampling/draw.ts';
import { sum } from '../series.ts';
import { chanceOfAtLeast, fitLevel, forecastInterval, forecastSum, movedForecast } from './local-level.ts';

const fit = (values: readonly number[], weights: readonly number[] = values.map(() => 1)) => {
  const found = fitLevel(values, weights);
  assert.ok(found);
  return found;
};

test('a series that never varies goes on, without any doubt', () => {
  const forecast = forecastSum(fit(Array<number>(30).fill(5)), [1, 1, 2]);
  const { estimate, low, high } = forecastInterval(forecast, 0.95);
  for (const amount of [estimate, low, high]) assert.ok(Math.abs(amount - 20) < 1e-9, String(amount));
  assert.ok(chanceOfAtLeast(forecast, 19.9) > 0.999 && chanceOfAtLeast(forecast, 20.1) < 0.001);
});

test('weights are what is expected of a day, and a day without one tells nothing', () => {
  const weights = Array.from({ length: 28 }, (_, day) => [0, 1, 2][day % 3] ?? 0);
  const values = weights.map((weight) => (weight === 0 ? 99 : 10 * weight));
  assert.ok(Math.abs(forecastSum(fit(values, weights), [3]).estimate - 30) < 1e-9);
});

test('fewer than 14 days are not enough data', () => {
  assert.equal(fitLevel(Array<number>(13).fill(1), Array<number>(13).fill(1)), undefined);
  const known = [...Array<number>(13).fill(1), Number.NaN, Number.NaN];
  assert.equal(
    fitLevel(
      known,
      known.map(() => 1),
    ),
    undefined,
  );
});

test('a level that moved is followed, and one day of a steady one is not', () => {
  const uniform = randomFor(11, 'moved').next;
  const noisy = (level: number) => level + drawNormal(uniform);
  const moved = Array.from({ length: 120 }, (_, day) => noisy(day < 60 ? 100 : 140));
  assert.ok(Math.abs(forecastSum(fit(moved), [1]).estimate - 140) < 2);
  const odd = Array.from({ length: 120 }, (_, day) => noisy(day === 119 ? 104 : 100));
  assert.ok(Math.abs(forecastSum(fit(odd), [1]).estimate - 100) < 1);
});

test('of a level that walks, many days to come are less sure than so many times one of them', () => {
  const uniform = randomFor(13, 'walk').next;
  let level = 100;
  const walk = Array.from({ length: 120 }, () => {
    level += drawNormal(uniform);
    return level;
  });
  const width = (days: number) => {
    const { low, high } = forecastInterval(forecastSum(fit(walk), Array<number>(days).fill(1)), 0.8);
    return high - low;
  };
  // Of a level that is not known and stays it would be 19 times as wide.
  assert.ok(width(40) > 30 * width(1), `${width(40)} ${width(1)}`);
});

const week = [1.4, 1.1, 0.9, 0.8, 0.9, 1.1, 0.8];
const AHEAD = 30;

/** How a day comes about, of a level and a weight. */
const WORLDS: Readonly<Record<string, { drift: number; draw: (uniform: Uniform, mean: number) => number }>> =
  {
    'counts of a steady level': { drift: 0, draw: drawCount },
    'counts of a level that drifts': { drift: 0.15, draw: drawCount },
    'money: counts of orders of very different size': {
      drift: 0,
      draw: (uniform, mean) => {
        const orders = drawCount(uniform, mean);
        return orders === 0 ? 0 : drawGamma(uniform, 0.8 * orders, 0.8 / 50);
      },
    },
  };

describe('a month to come lies in the interval as often as it says', () => {
  for (const [name, { drift, draw }] of Object.entries(WORLDS)) {
    test(name, () => {
      const uniform = randomFor(12, name).next;
      const held = { 0.8: 0, 0.95: 0 };
      const worlds = 300;
      for (let world = 0; world < worlds; world += 1) {
        let level = 20;
        const weights = Array.from({ length: 120 + AHEAD }, (_, day) => week[day % 7] ?? 1);
        const days = weights.map((weight) => {
          level = Math.max(1, level + drift * drawNormal(uniform));
          return draw(uniform, level * weight);
        });
        const forecast = forecastSum(fit(days.slice(0, 120), weights.slice(0, 120)), weights.slice(120));
        const truth = sum(days.slice(120));
        for (const confidence of [0.8, 0.95] as const) {
          const { low, high } = forecastInterval(forecast, confidence);
          if (low <= truth && truth <= high) held[confidence] += 1;
        }
      }
      const [wide, wider] = [held[0.8] / worlds, held[0.95] / worlds];
      // Three standard errors of these shares in 300 worlds are 0.07 and 0.04. Where the level stays, that it might move
      // makes intervals wider than they had to be.
      assert.ok(wide > 0.73 && wide < 0.94, String(wide));
      assert.ok(wider > 0.91, String(wider));
    });
  }
});

/** Of Poisson's distribution, by the times between events. */
function drawCount(uniform: Uniform, mean: number): number {
  let count = -1;
  for (let time = 0; time < mean; count += 1) time -= Math.log(1 - uniform());
  return count;
}

test('a forecast that is moved and stretched has an interval that is', () => {
  const forecast = forecastSum(fit([3, 5, 4, 6, 2, 5, 4, 4, 3, 5, 6, 3, 4, 5]), [1, 1]);
  const plain = forecastInterval(forecast, 0.8);
  const moved = forecastInterval(movedForecast(forecast, { by: 10, times: 2 }), 0.8);
  assert.ok(Math.abs(moved.low - (10 + 2 * plain.low)) < 1e-9);
  assert.ok(Math.abs(chanceOfAtLeast(forecast, plain.high) - 0.1) < 1e-9);
  const doubted = forecastInterval(movedForecast(forecast, { by: 0, doubt: 5 }), 0.8);
  assert.ok(doubted.high - doubted.low > plain.high - plain.low + 1);
});
