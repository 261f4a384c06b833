import assert from 'node:assert/strict';
import { test } from 'node:test';
import { transformAt } from './integral-transform.ts';

/** Poisson's chances of 0, 1, 2 … of a mean. */
function poisson(mean: number): { readonly chances: readonly number[]; readonly upTo: readonly number[] } {
  const chances = [Math.exp(-mean)];
  for (let k = 1; k < 60; k += 1) chances.push(((chances[k - 1] ?? 0) * mean) / k);
  let sum = 0;
  return { chances, upTo: chances.map((chance) => (sum += chance)) };
}

/** What is expected of the transform where counts come of `true` and were forecast as `said`. */
function expected(probability: number, actual: number, said: number): number {
  const forecast = poisson(said);
  return poisson(actual).chances.reduce((sum, chance, k) => {
    return sum + chance * transformAt(probability, forecast.upTo[k - 1] ?? 0, forecast.upTo[k] ?? 1);
  }, 0);
}

test('of counts that are forecast rightly the transform is uniform, seldom as they may be', () => {
  for (const mean of [0.05, 0.4, 1, 7, 20]) {
    for (const probability of [0.01, 0.1, 0.5, 0.8, 0.95, 0.99]) {
      const value = expected(probability, mean, mean);
      assert.ok(Math.abs(value - probability) < 1e-9, `${probability} of ${mean}: ${value}`);
    }
  }
});

test('counts that are forecast too low lie above their quantiles, and those too high below', () => {
  assert.ok(expected(0.9, 4, 2) < 0.7);
  assert.ok(expected(0.1, 2, 4) > 0.25);
});

test('what is certain is at or below every quantile', () => {
  assert.equal(transformAt(0.5, 0, 0), 1);
  assert.equal(transformAt(0.5, 1, 1), 0);
  assert.equal(transformAt(0.5, 0.5, 0.5), 1);
});
