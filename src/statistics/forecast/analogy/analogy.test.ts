import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { randomFor } from '../../../simulator/random.ts';
import { drawGamma } from '../../sampling/draw.ts';
import { sum } from '../../series.ts';
import { demandOfSum } from '../demand/item-forecast.ts';
import { drawCount } from '../testing/a-demand-world.ts';
import { type Analogue, forecastByAnalogy } from './forecast-by-analogy.ts';
import { type ProductTraits, similarityOf } from './similarity.ts';

const mug: ProductTraits = {
  ...{ category: ['home', 'kitchen', 'mugs'], price: 10 },
  attributes: { colour: 'red', material: 'clay' },
};

describe('similarity', () => {
  for (const [what, other, expected] of [
    ['itself', mug, 1],
    ['at twice the price', { ...mug, price: 20 }, 0.875],
    ['in another colour', { ...mug, attributes: { colour: 'blue', material: 'clay' } }, 0.875],
    ['a plate', { ...mug, category: ['home', 'kitchen', 'plates'] }, (2 * (2 / 3) + 2) / 4],
    ['a lawn mower', { category: ['garden'], price: 160, attributes: { power: 'petrol' } }, 0.0625 / 4],
  ] as const) {
    test(`of a mug to ${what}`, () => {
      assert.ok(Math.abs(similarityOf(mug, other) - expected) < 1e-12, String(similarityOf(mug, other)));
      assert.equal(similarityOf(mug, other), similarityOf(other, mug));
    });
  }
});

/**
 * Launches: high at first, then less; each product is so many times as good as the profile, by a gamma of
 * mean 1.
 */
const profile = (age: number) => 6 + 14 * 0.8 ** age;

describe('a new product', () => {
  const uniform = randomFor(31, 'launches').next;
  const product = (ratio: number, periods: number) =>
    Array.from({ length: periods }, (_, age) => drawCount(uniform, ratio * profile(age)));
  const launches: Analogue[] = Array.from({ length: 40 }, () => {
    return { similarity: 0.5 + uniform() / 2, values: product(drawGamma(uniform, 4, 4), 40) };
  });

  test('without a past is forecast as those that are like it were', () => {
    const forecast = forecastByAnalogy([], launches, 12);
    assert.equal(forecast?.share, 1);
    assert.equal(forecast?.like, 40);
    const expected = sum(Array.from({ length: 12 }, (_, age) => profile(age)));
    // The mean of 40 products whose ratios have a standard deviation of ½ is ± 8 %.
    assert.ok(Math.abs(sum(forecast?.means ?? []) / expected - 1) < 0.25);
  });

  test('weighs its own past the more the longer it is', () => {
    const twice = (periods: number) =>
      Array.from({ length: periods }, (_, age) => Math.round(2 * profile(age)));
    const shares = [0, 1, 4, 20].map((periods) => forecastByAnalogy(twice(periods), launches, 8)?.share ?? 0);
    assert.deepEqual(
      shares.toSorted((one, other) => other - one),
      shares,
    );
    assert.ok((shares[3] ?? 1) < 0.1);
    const { means = [] } = forecastByAnalogy(twice(20), launches, 8) ?? {};
    assert.ok(Math.abs((means[0] ?? 0) / (2 * profile(20)) - 1) < 0.15, String(means));
  });

  for (const age of [0, 2]) {
    test(`of ${age} periods lies at or below its quantiles as often as they say`, () => {
      const runs = 300;
      const hits = [0, 0];
      for (let run = 0; run < runs; run += 1) {
        const values = product(drawGamma(uniform, 4, 4), age + 12);
        const forecast = forecastByAnalogy(values.slice(0, age), launches, 12);
        assert.ok(forecast);
        const demand = demandOfSum(forecast, 12);
        const wanted = sum(values.slice(age));
        for (const [index, probability] of [0.5, 0.9].entries()) {
          hits[index] = (hits[index] ?? 0) + Number(wanted <= demand.quantile(probability));
        }
      }
      const [half = 0, most = 0] = hits.map((count) => count / runs);
      // The level of forty products is itself only known to 8 %.
      assert.ok(half > 0.38 && half < 0.64 && most > 0.82 && most < 0.97, `${half} ${most}`);
    });
  }

  test('that sold three in a week where one was expected is not taken to be three times as good', () => {
    const slow = launches.map(({ similarity }) => {
      return { similarity, values: Array.from({ length: 12 }, () => drawCount(uniform, 1)) };
    });
    const [first = 0] = forecastByAnalogy([3], slow, 4)?.means ?? [];
    const [usual = 0] = forecastByAnalogy([], slow, 4)?.means ?? [];
    assert.ok(first > usual && first < 1.6 * usual, `${first} ${usual}`);
  });

  test('that was out of stock learns nothing from those days', () => {
    const without = forecastByAnalogy([Number.NaN, Number.NaN], launches, 4);
    assert.equal(without?.share, 1);
  });

  test('that nothing is like, or nothing that ever sold, has no forecast', () => {
    const unlike = launches.map(({ values }) => ({ similarity: 0.1, values }));
    assert.equal(forecastByAnalogy([], unlike, 4), undefined);
    assert.equal(forecastByAnalogy([], launches.slice(0, 2), 4), undefined);
    assert.equal(forecastByAnalogy([], launches, 41), undefined);
    const unsold = launches.map(({ similarity }) => ({ similarity, values: new Float64Array(40) }));
    assert.equal(forecastByAnalogy([], unsold, 4), undefined);
  });
});
