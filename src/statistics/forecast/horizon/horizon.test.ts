import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { randomFor } from '../../../simulator/random.ts';
import { countDemand } from '../../inventory/demand/count-demand.ts';
import { drawNormal, type Uniform } from '../../sampling/draw.ts';
import { fitDampedHolt } from '../smoothing/fit-holt.ts';
import { drawOverdispersed } from '../testing/a-demand-world.ts';
import { bootstrapDemand } from './bootstrap.ts';
import { countsOfForecast } from './counts-of-forecast.ts';
import { errorVariances } from './error-variances.ts';
import { type Foretold, levelDoubt, withLevelDoubt } from './level-doubt.ts';
import { responses } from './responses.ts';

const ones = (count: number) => Array<number>(count).fill(1);

function near(actual: number | undefined, expected: number, relative = 1e-9): void {
  const close = actual !== undefined && Math.abs(actual - expected) <= relative * Math.abs(expected);
  assert.ok(close, `${actual} is not ${expected}`);
}

describe('the variance of errors', () => {
  test('of two periods, by hand: 4, 4 (1 + ½²), and 4 ((1 + ½)² + 1) of their sum', () => {
    const { each, sums } = errorVariances({ variance: 4, doubt: 0, responses: [0.5], factors: ones(2) });
    assert.deepEqual([...each, ...sums], [4, 5, 4, 13]);
  });

  test('of simple smoothing is σ² (1 + α² (h − 1)), and of its sum the closed form', () => {
    const [alpha, horizon] = [0.3, 9];
    const found = errorVariances({
      ...{ variance: 2, doubt: 0, factors: ones(horizon) },
      responses: Array<number>(horizon - 1).fill(alpha),
    });
    near(found.each[horizon - 1], 2 * (1 + alpha ** 2 * (horizon - 1)));
    // Graves (1999), "A single-item inventory model for a nonstationary demand process", equation 7.
    const L = horizon;
    near(found.sums[L - 1], 2 * L * (1 + alpha * (L - 1) + (alpha ** 2 * (L - 1) * (2 * L - 1)) / 6));
  });

  test('of Holt’s trend is the closed form of table 6.2 of Hyndman et al.', () => {
    const [alpha, beta, h] = [0.4, 0.1, 7];
    const rates = { alpha, beta, phi: 1 };
    const fitted = { ...rates, level: 0, trend: 0, errors: new Float64Array(0), variance: 1 };
    const found = errorVariances({
      ...{ variance: 3, doubt: 0, factors: ones(h) },
      responses: responses(fitted, h - 1),
    });
    const inner = alpha ** 2 + alpha * beta * h + (beta ** 2 * h * (2 * h - 1)) / 6;
    near(found.each[h - 1], 3 * (1 + (h - 1) * inner));
  });

  test('of a season is that of its factors, and doubt of the level goes with all of them', () => {
    const { sums } = errorVariances({ variance: 1, doubt: 2, responses: [0], factors: [3, 0.5] });
    assert.deepEqual([...sums], [9 + 2 * 9, 9 + 0.25 + 2 * 3.5 ** 2]);
  });

  test('is that of a simulation of the damped trend', () => {
    const uniform = randomFor(3, 'damped').next;
    const past = Float64Array.from({ length: 80 }, (_, period) => 20 + period / 4 + drawNormal(uniform));
    const fitted = fitDampedHolt(past);
    assert.ok(fitted);
    const horizon = 6;
    const { sums } = errorVariances({
      ...{ variance: 1, doubt: 0, factors: ones(horizon) },
      responses: responses(fitted, horizon - 1),
    });
    const paths = 4000;
    let squares = 0;
    for (let path = 0; path < paths; path += 1) {
      // From a state of 0 everything that comes is error.
      let [level, trend, sum] = [0, 0, 0];
      for (let step = 0; step < horizon; step += 1) {
        const error = drawNormal(uniform);
        [level, trend] = [level + fitted.phi * trend, fitted.phi * trend];
        sum += level + error;
        [level, trend] = [level + fitted.alpha * error, trend + fitted.beta * error];
      }
      squares += sum * sum;
    }
    // Four standard errors of a variance of 4,000 draws are 9 %.
    near(squares / paths, sums[horizon - 1] ?? Number.NaN, 0.09);
  });

  test('of a sum of more periods is never less, and all scale with the square of the unit', () => {
    const rate = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(rate, { minLength: 1, maxLength: 12 }), rate, (rates, doubt) => {
        const factors = ones(rates.length + 1);
        const plain = errorVariances({ variance: 1, doubt, responses: rates, factors });
        const times = errorVariances({ variance: 9, doubt: 9 * doubt, responses: rates, factors });
        for (const [step, sum] of plain.sums.entries()) {
          assert.ok(sum >= (plain.sums[step - 1] ?? 0) && sum >= (plain.each[step] ?? 0) - 1e-12);
          near(times.sums[step], 9 * sum);
        }
      }),
    );
  });
});

describe('the bootstrap', () => {
  const uniform = randomFor(4, 'bootstrap').next;
  const fitted = {
    means: Float64Array.of(100, 100, 100),
    factors: Float64Array.of(1, 1, 1),
    errors: Float64Array.from({ length: 400 }, () => 5 * drawNormal(uniform)),
    responses: Float64Array.of(0.2, 0.2),
    estimated: 0,
  };

  test('of normal errors has the quantiles of the formula', () => {
    const demand = bootstrapDemand(uniform, fitted, 4000);
    const { sums } = errorVariances({ variance: 25, doubt: 0, ...fitted });
    const sd = Math.sqrt(sums[2] ?? Number.NaN);
    near(demand.mean, 300, 0.004);
    near(demand.quantile(0.95) - 300, 1.645 * sd, 0.12);
    near(300 - demand.quantile(0.05), 1.645 * sd, 0.12);
  });

  test('takes errors around their mean, which forecasts that lag behind have', () => {
    const lagging = { ...fitted, errors: fitted.errors.map((error) => error + 20) };
    near(bootstrapDemand(uniform, lagging, 4000).mean, 300, 0.004);
  });

  test('keeps what is skewed skewed, and never falls below nothing', () => {
    const errors = Float64Array.from({ length: 200 }, (_, index) => (index % 10 === 0 ? 45 : -5));
    const skewed = { ...fitted, errors, means: Float64Array.of(5, 5, 5), responses: Float64Array.of(0, 0) };
    const demand = bootstrapDemand(uniform, skewed, 2000);
    assert.ok(demand.quantile(0.5) < 2 && demand.quantile(0.99) >= 99 && demand.quantile(0.001) === 0);
  });

  test('of no error at all is refused', () => {
    assert.throws(() => bootstrapDemand(uniform, { ...fitted, errors: new Float64Array(0) }, 10), RangeError);
  });
});

describe('counts of a forecast', () => {
  test('are negative binomial as long as errors do not say that the mean is wrong', () => {
    for (const [mean, variance] of [
      [40, 40],
      [40, 400],
      [3, 50],
    ] as const) {
      const [of, plain] = [countsOfForecast(mean, variance), countDemand(mean, variance)];
      assert.deepEqual([of.mean, of.quantile(0.95)], [mean, plain.quantile(0.95)]);
    }
  });

  test('of half a piece that was missed by ten keep enough for it to come back, and of nothing expect nothing', () => {
    assert.equal(countDemand(0.5, 100).quantile(0.95), 0);
    assert.equal(countsOfForecast(0.5, 100).quantile(0.95), 21);
    assert.equal(countsOfForecast(0, 100).quantile(0.99), 0);
  });

  test('what is less sure never needs less stock, to a tenth', () => {
    const amount = fc.double({ min: 0.01, max: 500, noNaN: true });
    fc.assert(
      fc.property(amount, amount, fc.double({ min: 1, max: 100, noNaN: true }), (mean, more, times) => {
        const [sure, less] = [mean + more, (mean + more) * times].map((variance) =>
          countsOfForecast(mean, variance).quantile(0.95),
        );
        // Where the size comes near its least, the quantile of 95 % is 7 % below its highest for this mean.
        assert.ok((less ?? 0) >= 0.9 * (sure ?? 0) - 1, `${less} for ${sure}`);
      }),
    );
  });
});

describe('the doubt of the level', () => {
  /** Items of a world in which all levels of a season are off by the same, lognormal. */
  function seasons(uniform: Uniform, count: number, off: number): Foretold[] {
    return Array.from({ length: count }, () => {
      const times = Math.exp(off * drawNormal(uniform) - off ** 2 / 2);
      return Array.from({ length: 40 }, (_, item): Foretold => {
        const mean = 5 + 5 * item;
        const actual = drawOverdispersed(uniform, times * mean, 2 * times * mean);
        return { mean, variance: 2 * mean, actual, weight: 1 };
      });
    }).flat();
  }
  const held = (cases: readonly Foretold[], doubt: number) =>
    cases.filter(({ mean, variance, actual }) => {
      return actual <= countsOfForecast(mean, variance + (doubt * mean) ** 2).quantile(0.95);
    }).length / cases.length;

  test('learned from seasons behind, makes 95 % hold in those to come, which without it hold in far less', () => {
    const uniform = randomFor(31, 'seasons').next;
    const doubt = levelDoubt(seasons(uniform, 60, 0.25));
    const fresh = seasons(uniform, 200, 0.25);
    assert.ok(doubt > 0.2 && doubt < 0.35, `${doubt}`);
    assert.ok(held(fresh, 0) < 0.87, `${held(fresh, 0)}`);
    // Seasons are 200 cases, not 8,000: 3.3 standard errors of a share of 95 % are 5 points, of items that move together.
    assert.ok(held(fresh, doubt) > 0.92 && held(fresh, doubt) < 0.98, `${held(fresh, doubt)}`);
  });

  test('is none where what was said is so, and of too few cases', () => {
    const uniform = randomFor(32, 'steady').next;
    assert.ok(levelDoubt(seasons(uniform, 40, 0)) < 0.06);
    assert.equal(levelDoubt([]), 0);
    const missed = { mean: 1, variance: 1, actual: 100, weight: 1 };
    assert.equal(levelDoubt(Array<Foretold>(18).fill(missed)), 0);
    assert.equal(levelDoubt(Array<Foretold>(19).fill(missed)), 0.6);
    assert.equal(levelDoubt(Array<Foretold>(40).fill({ ...missed, mean: 0 })), 0);
  });

  test('is of cases near in time more than of those long ago', () => {
    const uniform = randomFor(33, 'near').next;
    const [calm, wild] = [seasons(uniform, 30, 0), seasons(uniform, 30, 0.4)];
    const old = (cases: readonly Foretold[]) => cases.map((one) => ({ ...one, weight: 0.1 }));
    assert.ok(levelDoubt([...old(calm), ...wild]) > levelDoubt([...calm, ...old(wild)]) + 0.1);
  });

  test('moves all periods of a forecast together', () => {
    const means = Float64Array.of(10, 20);
    const variances = { each: Float64Array.of(1, 4), sums: Float64Array.of(1, 5) };
    const doubted = withLevelDoubt({ means, variances, isCounted: true }, 0.5).variances;
    assert.deepEqual([...doubted.each, ...doubted.sums], [26, 104, 26, 230]);
  });
});
