import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { fitDampedHolt, fitHolt } from './fit-holt.ts';
import { fitSes } from './fit-ses.ts';
import { fitTheta } from './fit-theta.ts';
import { profile } from './profile.ts';
import { pointForecasts, type Smoothing } from './smoothing.ts';

const METHODS = { fitSes, fitTheta, fitDampedHolt, fitHolt };
const entries = Object.entries(METHODS);

const demand = fc.integer({ min: 0, max: 1000 });
const known = fc.array(demand, { minLength: 4, maxLength: 40 });
/** Some periods are not known. */
const holed = fc.array(fc.oneof({ weight: 4, arbitrary: demand }, fc.constant(Number.NaN)), {
  maxLength: 40,
});

function near(actual: number | undefined, expected: number, absolute = 1e-6): void {
  assert.ok(actual !== undefined && Math.abs(actual - expected) <= absolute, `${actual} is not ${expected}`);
}

const ahead = (fit: Smoothing | undefined, horizon: number): number[] => {
  assert.ok(fit);
  return [...pointForecasts(fit, horizon)];
};

describe('the best start', () => {
  const rates = fc.record({
    alpha: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    beta: fc.double({ min: 0, max: 0.5, noNaN: true }),
    phi: fc.double({ min: 0.8, max: 1, noNaN: true }),
  });

  /** The recursion as it is printed, from any start. */
  const squaresFrom = (
    values: readonly number[],
    { alpha, beta, phi }: { alpha: number; beta: number; phi: number },
    start: { level: number; trend: number },
  ) => {
    let [level, trend, squares] = [start.level, start.trend, 0];
    for (const value of values) {
      [level, trend] = [level + phi * trend, phi * trend];
      if (Number.isNaN(value)) continue;
      const error = value - level;
      [level, trend, squares] = [level + alpha * error, trend + beta * error, squares + error * error];
    }
    return squares;
  };

  test('has the squares that the recursion has from it, and any other start has more', () => {
    const off = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(known, rates, off, off, (values, rate, level, trend) => {
        const best = profile(Float64Array.from(values), 0, rate, true);
        const own = squaresFrom(values, rate, best);
        near(best.squares, own, 1e-6 * (1 + own));
        const other = { level: best.level + level, trend: best.trend + trend };
        assert.ok(squaresFrom(values, rate, other) >= own * (1 - 1e-9) - 1e-6);
      }),
    );
  });

  test('is the best with periods that are not known, too', () => {
    fc.assert(
      fc.property(holed, rates, (values, rate) => {
        fc.pre(values.filter((value) => !Number.isNaN(value)).length > 3 && !Number.isNaN(values[0]));
        const best = profile(Float64Array.from(values), 0, rate, true);
        const own = squaresFrom(values, rate, best);
        near(best.squares, own, 1e-6 * (1 + own));
        assert.ok(squaresFrom(values, rate, { ...best, level: best.level + 1 }) >= own * (1 - 1e-9) - 1e-6);
      }),
    );
  });
});

describe('what each method makes of', () => {
  for (const [name, fit] of entries) {
    test(`a series that never varies: that, without any error (${name})`, () => {
      const fitted = fit(Array<number>(20).fill(7));
      for (const forecast of ahead(fitted, 5)) near(forecast, 7, 1e-9);
      near(fitted?.variance, 0, 1e-12);
    });

    test(`no period, or none that is known: nothing (${name})`, () => {
      assert.equal(fit([]), undefined);
      assert.equal(fit([Number.NaN, Number.NaN]), undefined);
    });

    test(`ten times the series and five more: ten times the forecast and five more (${name})`, () => {
      fc.assert(
        fc.property(known, (values) => {
          const plain = ahead(fit(values), 4);
          const moved = ahead(fit(values.map((value) => 10 * value + 5)), 4);
          // A search that ends within its tolerance ends a little elsewhere on another scale.
          const size = 1 + Math.max(...values);
          for (const [step, forecast] of plain.entries()) near(moved[step], 10 * forecast + 5, 0.05 * size);
        }),
        { numRuns: 60 },
      );
    });

    test(`any series, with holes or without: numbers, and errors where it was known (${name})`, () => {
      fc.assert(
        fc.property(holed, (values) => {
          const fitted = fit(values);
          if (fitted === undefined) return;
          assert.ok(
            [fitted.level, fitted.trend, fitted.variance, ...ahead(fitted, 3)].every(Number.isFinite),
          );
          assert.deepEqual(Array.from(fitted.errors, Number.isNaN), values.map(Number.isNaN));
        }),
        { numRuns: 60 },
      );
    });
  }

  test('one period: simple smoothing and theta repeat it, a trend is not to be had from three', () => {
    assert.deepEqual([...ahead(fitSes([4]), 2), ...ahead(fitTheta([4]), 2)], [4, 4, 4, 4]);
    assert.equal(fitHolt([1, 2, 3]), undefined);
    assert.equal(fitDampedHolt([1, 2, 3, Number.NaN]), undefined);
  });

  test('a straight line: Holt goes on with it, theta with half of its slope, holes or not', () => {
    const line = Array.from({ length: 30 }, (_, period) => 10 + 2 * period);
    for (const values of [line, line.map((value, period) => (period % 4 === 2 ? Number.NaN : value))]) {
      for (const [step, forecast] of ahead(fitHolt(values), 3).entries()) near(forecast, 70 + 2 * step, 1e-3);
      const [first = 0, second = 0] = ahead(fitTheta(values), 2);
      near(second - first, 1, 1e-9);
    }
  });

  test('a trend that dies out: the damped one flattens, Holt’s does not', () => {
    let [level, trend] = [100, 10];
    const values = Array.from({ length: 60 }, (_, period) => {
      trend *= 0.95;
      level += trend;
      return level + (period % 2);
    });
    const damped = ahead(fitDampedHolt(values), 40);
    assert.ok((damped[39] ?? 0) - (damped[0] ?? 0) < 30);
  });

  test('a month out of stock: what was sold before goes on, where zeros would halve it', () => {
    const values = [...Array.from({ length: 30 }, (_, day) => 9 + (day % 3)), ...Array<number>(30)];
    const missing = Array.from({ length: 60 }, (_, day) => values[day] ?? Number.NaN);
    const zero = Array.from({ length: 60 }, (_, day) => values[day] ?? 0);
    near(ahead(fitSes(missing), 1)[0], 10, 1);
    assert.ok((ahead(fitSes(zero), 1)[0] ?? 10) < 5);
  });
});
