import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { sum } from '../../series.ts';
import { countDemand, poissonDemand } from './count-demand.ts';
import { type Demand, leastWhole, leftover } from './demand.ts';
import { forecastOfQuantiles, steadyForecast } from './demand-forecast.ts';
import { discreteDemand, quantileDemand } from './discrete-demand.ts';
import { mixedDemand } from './mixed-demand.ts';
import { certainDemand, normalDemand, normalLoss } from './normal-demand.ts';

function near(actual: number, expected: number, relative = 1e-10): void {
  assert.ok(
    Math.abs(actual - expected) <= relative * Math.max(Math.abs(expected), 1e-300),
    `${actual} is not ${expected}`,
  );
}

// To 17 digits with mpmath 1.3.
for (const [k, expected] of [
  [0, 0.3989422804014327],
  [1, 0.0833154705876863],
  [-1.5, 1.5293067937626046],
  [3, 0.0003821543170477236],
  [8, 7.550262411946499e-17],
  [20, 1.37001249472958e-90],
] as const) {
  test(`G(${k}) is ${expected}`, () => near(normalLoss(k), expected, 1e-12));
}

// With scipy 1.17, shortage as the sum of its definition.
for (const [name, demand, x, cdf, shortage] of [
  ['negative binomial 3.2 ± √7.5', countDemand(3.2, 7.5), 0, 0.1315512521627826, 3.2],
  ['negative binomial 3.2 ± √7.5', countDemand(3.2, 7.5), 3, 0.6310482287063844, 1.1279796051854385],
  ['negative binomial 3.2 ± √7.5', countDemand(3.2, 7.5), 10, 0.979711216335115, 0.054352467370793175],
  ['Poisson 6', poissonDemand(6), 8, 0.8472374939845612, 0.3140213891541882],
  ['Poisson 6', poissonDemand(6), 20, 0.99999854489301, 1.9788738226915308e-6],
] as const) {
  test(`of ${name} P(D ≤ ${x}) is ${cdf}, and ${shortage} are short of ${x}`, () => {
    near(demand.cdf(x), cdf);
    near(demand.shortage(x), shortage, 1e-8);
  });
}

test('the quantiles of counts are those of scipy', () => {
  const quantiles = (demand: Demand, at: readonly number[]) => at.map((p) => demand.quantile(p));
  assert.deepEqual(quantiles(countDemand(3.2, 7.5), [0.5, 0.9, 0.99, 0.999]), [3, 7, 12, 17]);
  assert.deepEqual(quantiles(poissonDemand(6), [0.5, 0.9, 0.99, 0.999]), [6, 9, 12, 15]);
  assert.deepEqual(quantiles(countDemand(400, 1000), [0.5, 0.95, 0.999]), [399, 453, 503]);
});

test('counts never vary less than counting does', () => {
  assert.equal(countDemand(6, 2).quantile(0.99), poissonDemand(6).quantile(0.99));
});

const means = fc.double({ min: 0.01, max: 300, noNaN: true });
const probabilities = fc.double({ min: 0.001, max: 0.9999, noNaN: true });
const demands: fc.Arbitrary<Demand> = fc.oneof(
  fc.tuple(means, fc.double({ min: 1, max: 9, noNaN: true })).map(([m, over]) => countDemand(m, m * over)),
  fc.tuple(means, means).map(([mean, sd]) => normalDemand(mean, sd)),
  means.map((mean) => certainDemand(mean)),
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 9 })), { minLength: 1 })
    .map((pairs) => {
      const all = sum(pairs.map(([, weight]) => weight));
      return discreteDemand(
        pairs.map(([value]) => value),
        pairs.map(([, weight]) => weight / all),
      );
    }),
  fc.tuple(means, means).map(([one, other]) => {
    const parts = [poissonDemand(one), countDemand(other, 3 * other)];
    return mixedDemand(parts.map((demand) => ({ demand, weight: 0.5 })));
  }),
);

describe('whatever demand is like', () => {
  test('its quantile is the least that is enough', () => {
    fc.assert(
      fc.property(demands, probabilities, (demand, probability) => {
        const x = demand.quantile(probability);
        assert.ok(demand.cdf(x) >= probability - 1e-9);
        assert.ok(demand.cdf(x - Math.max(1, x) * 1e-6) < probability + 1e-5);
      }),
    );
  });

  test('what is short falls with stock at the rate of the chance that it is, and is convex', () => {
    fc.assert(
      fc.property(demands, fc.double({ min: -10, max: 500, noNaN: true }), (demand, x) => {
        const [here, next] = [demand.shortage(x), demand.shortage(x + 1)];
        const [more, less] = [1 - demand.cdf(x + 1), 1 - demand.cdf(x)];
        assert.ok(here - next <= less + 1e-7 && here - next >= more - 1e-7, `${here - next} ${more} ${less}`);
        assert.ok(here >= 0 && here >= demand.mean - x - 1e-7);
        assert.ok(Math.abs(x - demand.mean - (leftover(demand, x) - here)) < 1e-7 * (1 + Math.abs(x)));
      }),
    );
  });
});

test('demand that is known as quantiles is nearly that which has them', () => {
  for (const demand of [countDemand(0.3, 0.5), countDemand(12, 40), normalDemand(500, 90)]) {
    const known = quantileDemand(demand.quantile);
    near(known.mean, demand.mean, 0.01);
    const level = demand.quantile(0.95);
    assert.equal(known.quantile(0.95), level);
    near(known.cdf(level), demand.cdf(level), 0.003);
    near(known.shortage(level), demand.shortage(level), 0.03);
  }
});

test('a forecast of quantiles reads each number of days once, and wants nothing in none', () => {
  const steady = steadyForecast({ perDay: 2, errorVariance: 3 });
  let read = 0;
  const forecast = forecastOfQuantiles((days, probability) => {
    read += 1;
    return steady.demandOver(days).quantile(probability);
  });
  near(forecast.meanOver(5), 10, 0.01);
  const once = read;
  forecast.meanOver(5);
  assert.equal(read, once);
  assert.equal(forecast.meanOver(0), 0);
  assert.equal(forecast.demandOver(0).quantile(0.99), 0);
});

test('the least whole is found from any guess', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: -50, max: 20_000 }), (truth, guess) => {
      assert.equal(
        leastWhole((n) => n, truth, guess),
        truth,
      );
    }),
  );
});

test('what cannot be is refused', () => {
  assert.throws(() => countDemand(-1, 1), RangeError);
  assert.throws(() => normalDemand(1, -1), RangeError);
  assert.throws(() => poissonDemand(3).quantile(1.5), RangeError);
  assert.throws(() => discreteDemand([1, 2], [0.5, 0.6]), RangeError);
  assert.throws(() => mixedDemand([]), RangeError);
});
