import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { countsOfForecast } from './counts-of-forecast.ts';
import { errorVariances } from './error-variances.ts';

const HORIZON = 53;
const PROBABILITIES = [0.01, 0.1, 0.25, 0.5, 0.75, 0.8, 0.9, 0.95, 0.99, 0.999];

/** Any forecast of simple smoothing: its level, how uneven, how fast it learns, how far its year swings.
 * A year that jumps from week to week may lower a quantile by a piece (docs/forecasting.md). */
const aForecast = fc.record({
  mean: fc.double({ min: 0.02, max: 300, noNaN: true }),
  unevenness: fc.double({ min: 1, max: 10, noNaN: true }),
  alpha: fc.double({ min: 0, max: 0.3, noNaN: true }),
  swing: fc.double({ min: 0, max: 0.6, noNaN: true }),
  begins: fc.nat(51),
});

describe('quantiles of the sum of some weeks', () => {
  test('never cross, and from 80 % on, by which is ordered, never fall as there are more weeks', () => {
    const property = fc.property(aForecast, ({ mean, unevenness, alpha, swing, begins }) => {
      const factors = Array.from(
        { length: HORIZON },
        (_, week) => 1 + swing * Math.sin((2 * Math.PI * (week + begins)) / 52),
      );
      const { sums } = errorVariances({
        ...{ variance: mean * unevenness, doubt: (mean * unevenness) / 50, factors },
        responses: Array<number>(HORIZON - 1).fill(alpha),
      });
      let [total, before] = [0, PROBABILITIES.map(() => 0)];
      for (const [week, factor] of factors.entries()) {
        total += mean * factor;
        const demand = countsOfForecast(total, sums[week] ?? 0);
        const quantiles = PROBABILITIES.map((probability) => demand.quantile(probability));
        for (const [index, quantile] of quantiles.entries()) {
          assert.ok(quantile >= (quantiles[index - 1] ?? 0), `crossed in week ${week}: ${quantiles}`);
          const isOrderedBy = (PROBABILITIES[index] ?? 0) >= 0.8;
          assert.ok(
            !isOrderedBy || quantile >= (before[index] ?? 0),
            `fell in week ${week}: ${before}, ${quantiles}`,
          );
        }
        before = quantiles;
      }
    });
    fc.assert(property, { numRuns: 40, seed: 7 });
  });
});
