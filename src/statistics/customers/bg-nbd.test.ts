import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { hypergeometric } from '../special/hypergeometric.ts';
import { integrate } from '../special/quadrature.ts';
import { type BgNbd, logLikelihood, probabilityAlive, type Timing } from './bg-nbd.ts';
import {
  expectedPurchases,
  newCustomersPurchases,
  purchaseDistribution,
  purchaseRate,
} from './expected-purchases.ts';

// The estimates of CDNOW, which the paper prints as r .243, α 4.414, a .793, b 2.426, with the digits that
// its workbook's results need.
const cdnow: BgNbd = { r: 0.242593, alpha: 4.413532, a: 0.792886, b: 2.425754 };

function near(actual: number, expected: number, absolute: number): void {
  assert.ok(Math.abs(actual - expected) <= absolute, `${actual} is not ${expected}`);
}

const parameter = fc.double({ min: 0.1, max: 5, noNaN: true });
const models = fc.record({
  r: parameter,
  alpha: fc.double({ min: 0.5, max: 50, noNaN: true }),
  a: parameter,
  b: parameter,
});
const timings = fc
  .tuple(
    fc.integer({ min: 0, max: 30 }),
    fc.double({ min: 0.1, max: 1, noNaN: true }),
    fc.integer({ min: 1, max: 100 }),
  )
  .map(([frequency, part, age]): Timing => ({ frequency, recency: frequency > 0 ? part * age : 0, age }));
const horizons = fc.double({ min: 0.1, max: 60, noNaN: true });

describe('CDNOW, as printed in technical note 004 and its workbook', () => {
  const history = (frequency: number, lastDay: number) => ({ frequency, recency: lastDay / 7, age: 272 / 7 });
  for (const [name, timing, expected] of [
    ['1', history(2, 213), -9.4596],
    ['2', history(1, 12), -4.4711],
    ['3', history(0, 0), -0.5538],
  ] as const) {
    test(`the log-likelihood of customer ${name} is ${expected}`, () =>
      near(logLikelihood(cdnow, timing), expected, 1e-4));
  }

  for (const [weeks, expected] of [
    [0.1429, 0.0078],
    [1, 0.0532],
    [3, 0.1506],
    [31.8571, 1.0405],
    [32, 1.0437],
  ] as const) {
    test(`a new customer buys ${expected} times again in ${weeks} weeks`, () =>
      near(newCustomersPurchases(cdnow, weeks).mean, expected, 6e-5));
  }

  test('customer 1 is expected to buy 1.226 times in the next 39 weeks', () => {
    near(expectedPurchases(cdnow, { frequency: 2, recency: 30.43, age: 38.86 }, 39).mean, 1.226, 5e-4);
  });
});

describe('the forms of the paper', () => {
  test('equation 9: what a new customer buys', () => {
    fc.assert(
      fc.property(models, horizons, (model, horizon) => {
        const { r, alpha, a, b } = model;
        // The paper's form has no value at a = 1, a + b = 1, and loses digits beside them.
        fc.pre(Math.abs(a - 1) > 0.05 && Math.abs(a + b - 1) > 0.05);
        const F = hypergeometric(r, b, a + b - 1, horizon / (alpha + horizon));
        const printed = ((a + b - 1) / (a - 1)) * (1 - (alpha / (alpha + horizon)) ** r * F);
        near(newCustomersPurchases(model, horizon).mean, printed, 1e-9 * (1 + printed));
      }),
    );
  });

  test('equation 10: what a known customer buys', () => {
    fc.assert(
      fc.property(models, timings, horizons, (model, timing, horizon) => {
        const { r, alpha, a, b } = model;
        const { frequency: x, recency, age } = timing;
        fc.pre(Math.abs(a - 1) > 0.05 && Math.abs(a + b + x - 1) > 0.05);
        const F = hypergeometric(r + x, b + x, a + b + x - 1, horizon / (alpha + age + horizon));
        const top =
          ((a + b + x - 1) / (a - 1)) * (1 - ((alpha + age) / (alpha + age + horizon)) ** (r + x) * F);
        const gone = x > 0 ? (a / (b + x - 1)) * ((alpha + age) / (alpha + recency)) ** (r + x) : 0;
        near(expectedPurchases(model, timing, horizon).mean, top / (1 + gone), 1e-9 * (1 + top));
      }),
    );
  });

  test('equation 8: the probability of no and of one purchase', () => {
    fc.assert(
      fc.property(models, horizons, (model, horizon) => {
        const { r, alpha, a, b } = model;
        const [none = 0, one = 0] = purchaseDistribution(model, horizon);
        const quiet = (alpha / (alpha + horizon)) ** r;
        const once = quiet * r * (horizon / (alpha + horizon));
        near(none, quiet, 1e-12);
        near(one, (b / (a + b)) * once + (a / (a + b)) * (1 - quiet), 1e-12);
      }),
    );
  });
});

describe('laws', () => {
  test('the probabilities of all numbers of purchases add up to one, and have the moments', () => {
    fc.assert(
      fc.property(models, horizons, (model, horizon) => {
        const probabilities = purchaseDistribution(model, horizon);
        const moment = (power: number) =>
          probabilities.reduce((total, probability, k) => total + probability * k ** power, 0);
        const { mean, variance } = newCustomersPurchases(model, horizon);
        near(moment(0), 1, 1e-12);
        near(moment(1), mean, 1e-9 * (1 + mean));
        near(moment(2) - moment(1) ** 2, variance, 1e-8 * (1 + variance));
      }),
    );
  });

  test('purchases are the integral of their rate', () => {
    fc.assert(
      fc.property(models, horizons, (model, horizon) => {
        const bought = integrate((time) => purchaseRate(model, time), 0, horizon, 60);
        near(bought, newCustomersPurchases(model, horizon).mean, 1e-7 * (1 + bought));
      }),
      { numRuns: 30 },
    );
  });

  test('a = 1, where the paper’s form has a gap, lies between its neighbours', () => {
    const bought = (a: number) => newCustomersPurchases({ ...cdnow, a }, 39).mean;
    assert.ok(bought(0.999) > bought(1) && bought(1) > bought(1.001));
  });

  test('the likelihood of a history is that of a time without purchases, where there are none', () => {
    near(
      logLikelihood(cdnow, { frequency: 0, recency: 0, age: 20 }),
      Math.log(purchaseDistribution(cdnow, 20)[0] ?? 0),
      1e-12,
    );
  });

  test('one is the less alive the longer nothing was bought, and surely alive before buying again', () => {
    fc.assert(
      fc.property(models, timings, (model, timing) => {
        const alive = probabilityAlive(model, timing);
        const later = probabilityAlive(model, { ...timing, age: timing.age + 10 });
        if (timing.frequency === 0) assert.deepEqual([alive, later], [1, 1]);
        else assert.ok(alive > 0 && alive < 1 && later < alive);
      }),
    );
  });

  test('a customer of two thousand purchases is no trouble', () => {
    const busy = { frequency: 2000, recency: 39, age: 39 };
    const { mean } = expectedPurchases(cdnow, busy, 39);
    assert.ok(mean > 1000 && mean < 1900, String(mean));
    assert.ok(Number.isFinite(logLikelihood(cdnow, busy)));
  });
});
