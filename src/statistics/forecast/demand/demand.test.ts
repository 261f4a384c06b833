import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { randomFor } from '../../../simulator/random.ts';
import { WEEK_OF_DAYS, YEAR_OF_WEEKS } from '../season/fit-season.ts';
import { drawCount } from '../testing/a-demand-world.ts';
import { classifyDemand } from './classify-demand.ts';
import { fitTsb } from './fit-tsb.ts';
import { forecastDemand } from './forecast-demand.ts';
import { asDemandForecast, demandOfPeriod, demandOfSum } from './item-forecast.ts';

const { NaN: unknown } = Number;
const options = { horizon: 4, seasons: [] };

function near(actual: number | undefined, expected: number, absolute = 1e-9): void {
  assert.ok(actual !== undefined && Math.abs(actual - expected) <= absolute, `${actual} is not ${expected}`);
}

describe('the pattern of demand', () => {
  const steady = Array.from({ length: 20 }, (_, index) => 5 + (index % 3));
  for (const [what, values, pattern] of [
    ['nothing', [], 'none'],
    ['nothing that is known', [unknown, unknown], 'none'],
    ['never anything', [0, 0, 0], 'none'],
    ['some every time', [5, 6, 4, 5], 'smooth'],
    ['very different amounts every time', [1, 1, 1, 30, 1, 1], 'erratic'],
    ['the same every other time', [2, 0, 2, 0, 2, 0, 2], 'intermittent'],
    ['very different amounts now and then', [1, 0, 0, 1, 0, 40, 0, 0, 1, 0, 0, 1], 'lumpy'],
    ['out of stock in between', [5, unknown, 5, unknown, 5, unknown, 5], 'smooth'],
    ['not sold yet at first', [0, 0, 0, 0, 0, 5, 5, 6, 5], 'smooth'],
    ['silent for a quarter after selling every week', [...steady, ...Array<number>(13).fill(0)], 'dead'],
    ['out of stock for a quarter after it', [...steady, ...Array<number>(13).fill(unknown)], 'smooth'],
    ['silent for twelve weeks only', [...steady, ...Array<number>(12).fill(0)], 'smooth'],
    [
      'silent as long as it was rare',
      [1, ...Array<number>(12).fill(0), 1, ...Array<number>(14).fill(0)],
      'intermittent',
    ],
  ] as const) {
    test(`${what}: ${pattern}`, () => assert.equal(classifyDemand(values, 13).pattern, pattern));
  }

  test('is told by interval and variation, by hand', () => {
    const { interval, variation, silence } = classifyDemand([0, 2, 0, unknown, 4, 0, 0], 13);
    assert.deepEqual([interval, silence], [1.5, 2]);
    near(variation, 1 / 9);
  });
});

describe('TSB', () => {
  test('of the same demand every time is that', () => near(fitTsb(Array<number>(30).fill(3))?.level, 3));
  test('of nothing is nothing', () => {
    assert.equal(fitTsb([]), undefined);
    near(fitTsb([0, 0])?.level, 0);
  });

  test('finds probability times size, and falls in silence', () => {
    const uniform = randomFor(8, 'tsb').next;
    const values = Array.from({ length: 300 }, () => (uniform() < 0.25 ? 8 : 0));
    near(fitTsb(values)?.level, 2, 0.7);
    const silent = [...values, ...Array<number>(60).fill(0)];
    assert.ok((fitTsb(silent)?.level ?? 2) < 1);
  });

  test('learns nothing while out of stock', () => {
    const values = [0, 4, 0, 0, 4, 0, 4, 0, 0, 4];
    assert.equal(fitTsb([...values, unknown, unknown])?.level, fitTsb(values)?.level);
  });
});

describe('what will be wanted', () => {
  const amount = fc.integer({ min: 0, max: 60 });
  const history = fc.array(fc.oneof({ weight: 5, arbitrary: amount }, fc.constant(unknown)), {
    maxLength: 40,
  });

  test('is numbers, never below nothing, whatever the past', () => {
    fc.assert(
      fc.property(history, (values) => {
        const forecast = forecastDemand(values, { horizon: 5, seasons: [WEEK_OF_DAYS] });
        const { means, variances } = forecast;
        for (const all of [means, variances.each, variances.sums]) {
          assert.ok(all.length === 5 && all.every((one) => Number.isFinite(one) && one >= 0), String(values));
        }
        const quantiles = [0.01, 0.5, 0.9, 0.99].map(demandOfSum(forecast, 5).quantile);
        assert.deepEqual(
          quantiles.toSorted((one, other) => one - other),
          quantiles,
        );
        assert.ok(quantiles.every((one) => Number.isInteger(one) && one >= 0));
      }),
      { numRuns: 150 },
    );
  });

  test('does not depend on the unit it is measured in', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 6, maxLength: 30 }), (values) => {
        const plain = forecastDemand(
          values.map((value) => value + 0.5),
          options,
        );
        const grams = forecastDemand(
          values.map((value) => 1000 * (value + 0.5)),
          options,
        );
        for (const [step, mean] of plain.means.entries())
          near(grams.means[step], 1000 * mean, 5 * (1 + mean));
      }),
      { numRuns: 60 },
    );
  });

  test('of a new item, a dead and an unknown one is nothing, and says why', () => {
    for (const [values, pattern] of [
      [[], 'none'],
      [[unknown, unknown, unknown], 'none'],
      [[...Array<number>(20).fill(4), ...Array<number>(20).fill(0)], 'dead'],
    ] as const) {
      const forecast = forecastDemand(values, options);
      assert.deepEqual([forecast.pattern, ...forecast.means], [pattern, 0, 0, 0, 0]);
      assert.equal(demandOfSum(forecast, 4).quantile(0.99), 0);
    }
  });

  test('of a steady item is that, and surely at least as uncertain as counting is', () => {
    const forecast = forecastDemand(Array<number>(30).fill(6), options);
    near(forecast.means[3], 6);
    // Poisson of a mean of 24: 32 are enough in 95 of 100.
    assert.equal(demandOfSum(forecast, 4).quantile(0.95), 32);
    assert.equal(demandOfPeriod(forecast, 1).quantile(0.5), 6);
  });

  test('of a Christmas article, silent since, is not dead before a year is over', () => {
    const uniform = randomFor(9, 'christmas').next;
    const week = (index: number) => (index % 52 >= 42 ? 20 + drawCount(uniform, 10) : 0);
    const years = Array.from({ length: 3 * 52 + 40 }, (_, index) => week(index));
    const { means } = forecastDemand(years, { horizon: 14, seasons: [YEAR_OF_WEEKS] });
    assert.ok((means[0] ?? 9) < 3 && (means[7] ?? 0) > 15 && (means[13] ?? 9) < 3, String(means));
    // To whom does not know of years, 40 weeks are too long for chance.
    assert.equal(forecastDemand(years, options).pattern, 'dead');
    const gone = [...years, ...Array<number>(20).fill(0)];
    const after = forecastDemand(gone, { horizon: 14, seasons: [YEAR_OF_WEEKS] });
    assert.ok(after.pattern === 'dead' && after.means.every((mean) => mean === 0));
  });

  test('of days, as orders ask for it: sums of days, and the last one goes on', () => {
    const demand = asDemandForecast(forecastDemand(Array<number>(30).fill(6), options));
    assert.equal(
      demand.demandOver(2).quantile(0.95),
      demandOfSum(forecastDemand(Array<number>(30).fill(6), options), 2).quantile(0.95),
    );
    near(demand.meanOver(0), 0);
    near(demand.meanOver(10), 60);
    assert.ok(demand.demandOver(10).quantile(0.95) > 60);
  });

  test('refuses what cannot be demand', () => {
    for (const values of [[1, -1], [Number.POSITIVE_INFINITY]])
      assert.throws(() => forecastDemand(values, options), RangeError);
    assert.throws(() => forecastDemand([1], { ...options, horizon: 0 }), RangeError);
    assert.throws(() => demandOfSum(forecastDemand([1], options), 5), RangeError);
  });
});
