import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { combinedForecasts, fitCombination } from './combination.ts';
import { pooledMethod } from './methods/pool.ts';
import { WEEK_OF_DAYS, YEAR_OF_WEEKS } from './season/fit-season.ts';
import { fitDampedHolt, fitHolt } from './smoothing/fit-holt.ts';
import { fitSes } from './smoothing/fit-ses.ts';
import { fitTheta } from './smoothing/fit-theta.ts';
import { pointForecasts, type Smoothing } from './smoothing/smoothing.ts';

type Held = { readonly history: readonly number[]; readonly actual: readonly number[] };
type Score = { readonly smape: number; readonly mase: number };

const PATH = join(import.meta.dirname, '../../../../shared/data/m4-weekly.json');

/**
 * The two errors of the M4 competition (Makridakis et al. 2020, equations 1 and 2), weeks being without a
 * season there.
 */
function scoreOf(
  series: readonly Held[],
  forecast: (history: readonly number[], horizon: number) => ArrayLike<number>,
) {
  let [smape, mase] = [0, 0];
  for (const { history, actual } of series) {
    const forecasts = forecast(history, actual.length);
    const steps = history.slice(1).map((value, week) => Math.abs(value - (history[week] ?? Number.NaN)));
    const naive = steps.reduce((total, step) => total + step, 0) / steps.length;
    for (const [week, value] of actual.entries()) {
      const error = Math.abs(value - (forecasts[week] ?? Number.NaN));
      smape +=
        (200 * error) / (value + Math.abs(forecasts[week] ?? Number.NaN)) / actual.length / series.length;
      mase += error / naive / actual.length / series.length;
    }
  }
  return { smape, mase };
}

describe('M4 Weekly, 359 series of 13 held-out weeks', { skip: !existsSync(PATH) && `no ${PATH}` }, () => {
  const series: readonly Held[] = existsSync(PATH) ? JSON.parse(readFileSync(PATH, 'utf8')) : [];
  const single = (fit: (values: readonly number[]) => Smoothing | undefined) =>
    scoreOf(series, (history, horizon) => {
      const fitted = fit(history);
      assert.ok(fitted);
      return pointForecasts(fitted, horizon);
    });
  const agrees = (score: Score, smape: number, mase: number) =>
    assert.ok(
      Math.abs(score.smape - smape) < 0.001 && Math.abs(score.mase - mase) < 0.001,
      JSON.stringify(score),
    );

  // Makridakis, Spiliotis and Assimakopoulos (2020), "The M4 competition", table of the benchmarks.
  test('simple smoothing has the published errors 9.012 and 2.685', () =>
    agrees(single(fitSes), 9.012, 2.685));
  test('theta has the published errors 9.093 and 2.637', () => agrees(single(fitTheta), 9.093, 2.637));
  test('damped Holt has at most the published 8.866 and 2.404, Holt at most 9.708 and 2.420', () => {
    const [damped, holt] = [single(fitDampedHolt), single(fitHolt)];
    assert.ok(damped.smape <= 8.866 && damped.mase <= 2.404, JSON.stringify(damped));
    assert.ok(holt.smape <= 9.708 && holt.mase <= 2.42, JSON.stringify(holt));
  });

  test('the combination with the season of the year has 6.37 and 2.13, less than every single method', () => {
    const score = scoreOf(series, (history, horizon) => {
      const combination = fitCombination(history, [YEAR_OF_WEEKS]);
      assert.ok(combination);
      return combinedForecasts(combination, horizon);
    });
    assert.ok(score.smape < 6.4 && score.mase < 2.14, JSON.stringify(score));
  });

  test('so has the pool, which is the default for demand, with 6.61 and 2.25', () => {
    const score = scoreOf(series, (history, horizon) => {
      const pool = pooledMethod(history, horizon, [YEAR_OF_WEEKS]);
      assert.ok(pool);
      return pool.means;
    });
    assert.ok(score.smape < 6.65 && score.mase < 2.27, JSON.stringify(score));
  });
});

describe('the combination', () => {
  test('lies between the least and the most of its methods', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 4, maxLength: 30 }), (values) => {
        const combination = fitCombination(values, []);
        assert.ok(combination);
        const parts = combination.parts.map((part) => pointForecasts(part, 3));
        for (const [step, forecast] of combinedForecasts(combination, 3).entries()) {
          const all = parts.map((part) => part[step] ?? Number.NaN);
          assert.ok(Math.min(...all) <= forecast && forecast <= Math.max(...all));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('takes a week and a year out, one after the other, and puts both back', () => {
    const week = [0.5, 0.8, 1, 1, 1.2, 1.7, 0.8];
    const day = (index: number) =>
      100 * (week[index % 7] ?? 1) * (1 + 0.4 * Math.sin((2 * Math.PI * index) / 91));
    const combination = fitCombination(
      Array.from({ length: 455 }, (_, index) => day(index)),
      [{ length: 91, count: 4 }, WEEK_OF_DAYS],
    );
    assert.deepEqual(
      combination?.seasons.map(({ indices }) => indices.length),
      [7, 91],
    );
    assert.ok(combination);
    for (const [step, forecast] of combinedForecasts(combination, 28).entries()) {
      assert.ok(Math.abs(forecast / day(455 + step) - 1) < 0.06, `${forecast} ${day(455 + step)}`);
    }
  });

  test('says of one period that it goes on, and of none nothing', () => {
    assert.equal(fitCombination([], []), undefined);
    const one = fitCombination([3], [WEEK_OF_DAYS]);
    assert.ok(one);
    assert.deepEqual([...combinedForecasts(one, 2)], [3, 3]);
  });
});
