import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { randomFor } from '../../simulator/random.ts';
import type { Interval } from '../interval.ts';
import { drawGamma, drawNormal } from '../sampling/draw.ts';
import { mean, variance } from '../series.ts';
import { logChoose } from '../special/gamma.ts';
import { acceleration, bootstrapInterval, type Statistic, weightedRatio } from './bootstrap.ts';
import { meanDifferenceInterval, meanInterval } from './mean.ts';
import { clopperPearsonInterval, wilsonInterval } from './proportion.ts';
import { ratioInterval, ratioSums } from './ratio.ts';

function near(interval: Interval | undefined, low: number, high: number, absolute: number): void {
  assert.ok(interval !== undefined);
  const { low: from, high: to } = interval;
  const isNear = Math.abs(from - low) <= absolute && Math.abs(to - high) <= absolute;
  assert.ok(isNear, `${from}, ${to} is not ${low}, ${high}`);
}

const sampleOf = (values: readonly number[]) => ({
  count: values.length,
  mean: mean(values),
  variance: variance(values),
});

/** How many of `cases` intervals hold the truth. */
function covered(cases: number, truth: number, make: (one: number) => Interval | undefined): number {
  let count = 0;
  for (let one = 0; one < cases; one += 1) {
    const interval = make(one);
    if (interval !== undefined && interval.low <= truth && truth <= interval.high) count += 1;
  }
  return count / cases;
}

describe('proportions', () => {
  // Newcombe (1998), table I: methods 3 and 5.
  for (const [successes, trials, wilson, exact] of [
    [81, 263, [0.2553, 0.3662], [0.2527, 0.3676]],
    [15, 148, [0.0624, 0.1605], [0.0578, 0.1617]],
    [0, 20, [0, 0.1611], [0, 0.1684]],
    [1, 29, [0.0061, 0.1718], [0.0009, 0.1776]],
  ] as const) {
    test(`${successes} of ${trials} has the intervals of Newcombe's table`, () => {
      near(wilsonInterval(successes, trials, 0.95), wilson[0], wilson[1], 5e-5);
      near(clopperPearsonInterval(successes, trials, 0.95), exact[0], exact[1], 5e-5);
    });
  }

  test('Clopper and Pearson cover every truth at least as often as they say, Wilson covers them so on average', () => {
    const trials = 30;
    const counts = Array.from({ length: trials + 1 }, (_, successes) => successes);
    const truths = Array.from({ length: 199 }, (_, index) => (index + 1) / 200);
    const coverages = (make: typeof wilsonInterval) => {
      const intervals = counts.map((successes) => make(successes, trials, 0.95));
      return truths.map((truth) => {
        const probability = (successes: number) =>
          Math.exp(logChoose(trials, successes)) * truth ** successes * (1 - truth) ** (trials - successes);
        const holding = counts.filter((successes) => {
          const { low, high } = intervals[successes] ?? { low: 1, high: 0 };
          return low <= truth && truth <= high;
        });
        return holding.map(probability).reduce((a, b) => a + b, 0);
      });
    };
    assert.ok(Math.min(...coverages(clopperPearsonInterval)) >= 0.95);
    const ofWilson = mean(coverages(wilsonInterval));
    assert.ok(Math.abs(ofWilson - 0.95) < 0.005, String(ofWilson));
  });

  test('what succeeded less failed more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (trials, share) => {
          const successes = Math.round(share * trials);
          for (const make of [wilsonInterval, clopperPearsonInterval]) {
            const one = make(successes, trials, 0.9);
            near(make(trials - successes, trials, 0.9), 1 - one.high, 1 - one.low, 1e-9);
            assert.ok(one.low >= 0 && one.low <= one.estimate && one.estimate <= one.high && one.high <= 1);
          }
        },
      ),
    );
  });

  test('there is no proportion of nothing', () => {
    assert.throws(() => wilsonInterval(0, 0, 0.95), RangeError);
    assert.throws(() => clopperPearsonInterval(3, 2, 0.95), RangeError);
    assert.throws(() => wilsonInterval(1, 2, 1), RangeError);
  });
});

describe('means', () => {
  // Extra hours of sleep with two drugs, Student (1908).
  const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
  const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

  test('Welch’s interval of Student’s sleep is that of R’s t.test', () => {
    near(meanDifferenceInterval(sampleOf(first), sampleOf(second), 0.95), -0.2054832, 3.3654832, 1e-6);
  });

  test('Student’s interval of the paired differences is that of R’s t.test', () => {
    const differences = second.map((value, index) => value - (first[index] ?? Number.NaN));
    near(meanInterval(sampleOf(differences), 0.95), 0.7001142, 2.4598858, 1e-6);
  });

  test('one value is not enough data', () => {
    assert.equal(meanInterval({ count: 1, mean: 3, variance: Number.NaN }, 0.95), undefined);
    assert.equal(
      meanDifferenceInterval(sampleOf(first), { count: 1, mean: 3, variance: 0 }, 0.95),
      undefined,
    );
  });

  test('Welch’s interval covers the difference of unequal groups as often as it says', () => {
    const uniform = randomFor(6, 'means').next;
    const group = (count: number, centre: number, spread: number) =>
      sampleOf(Array.from({ length: count }, () => centre + spread * drawNormal(uniform)));
    const share = covered(3000, 1, () => meanDifferenceInterval(group(6, 2, 5), group(25, 3, 1), 0.9));
    // Four standard errors of a share of 0.9 in 3,000 are 0.022.
    assert.ok(Math.abs(share - 0.9) < 0.022, String(share));
  });
});

describe('ratios', () => {
  const visitors = (uniform: () => number, count: number) =>
    Array.from({ length: count }, () => {
      const sessions = 1 + Math.floor(drawGamma(uniform, 0.7, 0.7));
      const orders = Array.from({ length: sessions }, () => Number(uniform() < 0.3)).reduce(
        (a, b) => a + b,
        0,
      );
      return { y: orders > 0 ? drawGamma(uniform, 2 * orders, 2 / 40) : 0, x: sessions };
    });
  const big = ratioSums(visitors(randomFor(1, 'truth').next, 400_000));
  const truth = big.y / big.x;

  test('the delta method covers revenue per session as often as it says', () => {
    const uniform = randomFor(7, 'ratios').next;
    const share = covered(1500, truth, () => ratioInterval(ratioSums(visitors(uniform, 300)), 0.9));
    assert.ok(Math.abs(share - 0.9) < 0.032, String(share));
  });

  test('where every unit counts once it is Student’s interval of the mean', () => {
    const values = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(values, (ys) => {
        const student = meanInterval(sampleOf(ys), 0.95);
        near(
          ratioInterval(ratioSums(ys.map((y) => ({ y, x: 1 }))), 0.95),
          student?.low ?? Number.NaN,
          student?.high ?? Number.NaN,
          1e-5,
        );
      }),
    );
  });

  test('nothing in the denominator is not enough data', () => {
    assert.equal(
      ratioInterval(
        ratioSums([
          { y: 0, x: 0 },
          { y: 0, x: 0 },
        ]),
        0.95,
      ),
      undefined,
    );
  });

  test('BCa covers the order value of few and skewed orders better than the percentile does', () => {
    const uniform = randomFor(8, 'skewed').next;
    const samples = Array.from({ length: 300 }, () =>
      Float64Array.from({ length: 25 }, () => drawGamma(uniform, 0.5, 0.5)),
    );
    const ones = new Float64Array(25).fill(1);
    const share = (method: 'percentile' | 'bca') =>
      covered(300, 1, (one) =>
        bootstrapInterval(uniform, 25, weightedRatio(samples[one] ?? [], ones), {
          confidence: 0.9,
          method,
          resamples: 600,
        }),
      );
    const [percentile, bca] = [share('percentile'), share('bca')];
    // Both are short with 25 values of a skewness of 2.8; standard error 0.018.
    assert.ok(bca > percentile && bca > 0.82, `${percentile} ${bca}`);
  });
});

describe('the bootstrap of the spatial test data (Efron and Tibshirani 1993, table 14.1)', () => {
  const A = [
    48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41,
  ];
  const plainVariance: Statistic = (weights) => {
    let [count, first, second] = [0, 0, 0];
    for (const [index, value] of A.entries()) {
      const weight = weights[index] ?? 0;
      count += weight;
      first += weight * value;
      second += weight * value * value;
    }
    return second / count - (first / count) ** 2;
  };
  const options = { confidence: 0.9, resamples: 20_000 };

  test('the variance is 171.5 and its acceleration 0.061', () => {
    assert.ok(Math.abs(plainVariance(new Float64Array(26).fill(1)) - 171.5) < 0.05);
    assert.ok(Math.abs(acceleration(26, plainVariance) - 0.061) < 5e-4);
  });

  test('its intervals are those printed, 100.8 to 233.9 and 115.8 to 259.6, within what 2,000 resamples know', () => {
    const uniform = randomFor(9, 'spatial').next;
    near(
      bootstrapInterval(uniform, 26, plainVariance, { ...options, method: 'percentile' }),
      100.8,
      233.9,
      5,
    );
    near(bootstrapInterval(uniform, 26, plainVariance, { ...options, method: 'bca' }), 115.8, 259.6, 7);
  });

  test('one unit is not enough data', () => {
    assert.equal(
      bootstrapInterval(Math.random, 1, () => 1, { ...options, method: 'bca' }),
      undefined,
    );
  });
});
