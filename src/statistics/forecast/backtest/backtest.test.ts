import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { randomFor } from '../../../simulator/random.ts';
import { type ItemForecast, itemForecast, nothingWanted } from '../demand/item-forecast.ts';
import { WEEK_OF_DAYS } from '../season/fit-season.ts';
import { drawCount } from '../testing/a-demand-world.ts';
import { accuracyOf } from './accuracy.ts';
import { type Backtest, backtest, rollingOrigins } from './backtest.ts';
import { benchmarkForecasters, METHODS } from './benchmarks.ts';
import { chooseMethod } from './choose-method.ts';
import { NO_SCORE, pooled, scoreOf } from './score.ts';

/** Exactly this, without any doubt. */
const surely = (means: readonly number[]): ItemForecast => ({
  ...nothingWanted(means.length),
  ...{ means: Float64Array.from(means), isCounted: false },
});
const plain = { naive: 4, weight: 3, probabilities: [0.5, 0.9] };

describe('a score', () => {
  test('is that of a calculation by hand', () => {
    const score = scoreOf(surely([5, 5]), [7, 4], plain);
    const accuracy = accuracyOf(score);
    assert.equal(accuracy.meanError, 1.5);
    assert.equal(accuracy.scaledError, Math.sqrt((4 + 1) / 2 / 4));
    assert.ok(Math.abs((accuracy.bias ?? 0) + 1 / 11) < 1e-12);
    // 11 were wanted and 10 forecast: 2 × 0.5 × 1 and 2 × 0.9 × 1.
    assert.ok(Math.abs((accuracy.quantileLoss ?? 0) - (1 + 1.8) / 2) < 1e-12);
    assert.deepEqual(accuracy.coverage, [0, 0]);
  });

  test('loses more by too little the higher the probability, and counts what is not more as a hit', () => {
    const score = scoreOf(surely([6, 6]), [7, 4], plain);
    assert.deepEqual(score.hits, [1, 1]);
    assert.ok(Math.abs(score.quantileLoss - (1 + 0.2) / 2) < 1e-12);
  });

  test('leaves out what is not known, and a sum of which a part is not', () => {
    const score = scoreOf(surely([5, 5]), [7, Number.NaN], plain);
    assert.deepEqual([score.periods, score.absolute, score.sums, score.quantileLoss], [1, 2, 0, 0]);
    assert.equal(accuracyOf(score).quantileLoss, undefined);
  });

  test('of scores is theirs together, weighted by what items earn', () => {
    const good = scoreOf(surely([7, 4]), [7, 4], { ...plain, weight: 1 });
    const bad = scoreOf(surely([5, 5]), [7, 4], plain);
    const both = accuracyOf(pooled([good, bad]));
    assert.equal(both.meanError, 0.75);
    assert.equal(both.scaledError, Math.sqrt(5 / 8) / 2);
    assert.equal(both.weightedScaledError, (3 * Math.sqrt(5 / 8)) / 4);
    assert.deepEqual(both.coverage, [0.5, 0.5]);
    assert.equal(accuracyOf(NO_SCORE).meanError, undefined);
  });
});

const plan: Backtest = { origins: [4, 6], horizon: 2, probabilities: [0.5] };

describe('a backtest', () => {
  test('shows each forecaster the past alone, from the first demand on', () => {
    const seen: number[][] = [];
    const spy = (past: Float64Array) => {
      seen.push([...past]);
      return surely([0, 0]);
    };
    backtest([0, 1, 2, 3, 4, 5, 6, 7], { spy }, plan);
    assert.deepEqual(seen, [
      [1, 2, 3],
      [1, 2, 3, 4, 5],
    ]);
  });

  test('compares nothing that is not there', () => {
    const zero = () => surely([0, 0]);
    assert.deepEqual(backtest([], { zero }, plan), []);
    assert.deepEqual(backtest([0, 0, 0, 0, 0, 0, 0, 0], { zero }, plan), []);
    assert.equal(backtest([1, 2, 3, 4, 5, 6, 7], { zero }, plan).length, 1);
    assert.equal(backtest([1, 2, 3, 4, 5, 6, 7, 8], { zero, never: () => undefined }, plan).length, 0);
  });

  test('begins as late as possible', () => {
    assert.deepEqual(rollingOrigins(52, 4, 3), [40, 44, 48]);
    assert.deepEqual(rollingOrigins(9, 4, 3), [1, 5]);
  });

  test('of days with a week finds the default better than all that it has to beat', () => {
    const uniform = randomFor(41, 'weeks').next;
    const week = [0.5, 0.8, 0.9, 1, 1.1, 1.6, 1.1];
    const forecasters = benchmarkForecasters([WEEK_OF_DAYS]);
    const scores = Array.from({ length: 20 }, () => {
      const days = Array.from({ length: 160 }, (_, day) => drawCount(uniform, 12 * (week[day % 7] ?? 1)));
      return backtest(days, forecasters, {
        origins: rollingOrigins(160, 3, 4),
        horizon: 3,
        probabilities: [0.5, 0.9],
      });
    }).flat();
    const accuracy = (name: (typeof METHODS)[number]) => accuracyOf(pooled(scores.map((one) => one[name])));
    const own = accuracy('default');
    for (const name of METHODS.filter((one) => one !== 'default')) {
      const other = accuracy(name);
      assert.ok((own.quantileLoss ?? 9) < (other.quantileLoss ?? 0), `${name}: ${other.quantileLoss}`);
      assert.ok((own.scaledError ?? 9) < (other.scaledError ?? 0), `${name}: ${other.scaledError}`);
    }
  });
});

describe('the method of an item', () => {
  const score = (quantileLoss: number, sums = 6) => ({ ...NO_SCORE, quantileLoss, sums });
  for (const [what, scores, chosen] of [
    ['a little better is luck', { default: score(100), ses: score(90) }, 'default'],
    ['much better is better', { default: score(100), ses: score(80), naive: score(84) }, 'ses'],
    ['of too few is nothing', { default: score(100, 3), ses: score(10, 3) }, 'default'],
    ['all alike', { default: score(0), ses: score(0) }, 'default'],
  ] as const) {
    test(what, () => assert.equal(chooseMethod(scores, 'default'), chosen));
  }

  test('without a score of the default is refused', () => {
    assert.throws(() => chooseMethod<'default' | 'ses'>({ ses: score(1) }, 'default'), RangeError);
  });
});

test('forecasts with errors around them are never less sure than their errors were', () => {
  const fitted = {
    means: Float64Array.of(5),
    factors: Float64Array.of(1),
    errors: Float64Array.of(2, -2, 2, -2),
    responses: new Float64Array(0),
    estimated: 0,
  };
  assert.ok((itemForecast(fitted, false).variances.each[0] ?? 0) >= 4);
});
