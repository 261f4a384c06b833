import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomFor } from '../../simulator/random.ts';
import { at } from '../series.ts';
import { interpolated } from '../special/interpolate.ts';
import { discountedPurchases } from './lifetime-value.ts';
import { purchasesOfMany } from './purchases-of-many.ts';
import { CDNOW } from './testing/a-world.ts';

test('many at once are each of them alone', () => {
  const random = randomFor(9, 'many');
  // Customers of a day and of three years beside one another: the widest that is read off between two ages.
  const timings = Array.from({ length: 1_500 }, () => {
    const [frequency, age] = [random.integer(0, 9), random.between(1, 156)];
    return { frequency, age, recency: frequency === 0 ? 0 : random.between(0, age) };
  });
  for (const horizon of [
    { length: 52, discountRate: 0.002 },
    { length: 300, discountRate: 0 },
  ]) {
    const together = purchasesOfMany(timings, horizon)(CDNOW.purchases);
    for (const [index, timing] of timings.entries()) {
      const alone = discountedPurchases(CDNOW.purchases, timing, horizon);
      assert.ok(Math.abs(at(together, index) / alone - 1) < 1e-9, `${timing.frequency} ${timing.age}`);
    }
  }
});

test('a smooth function is what is read off between its points', () => {
  const [exponential, pole] = [
    interpolated(Math.exp, -1, 2, 20),
    interpolated((x) => 1 / (1 + 25 * x * x), -1, 1, 150),
  ];
  for (const x of [-1, -0.99, 0, 0.123, 1]) {
    assert.ok(Math.abs(exponential(x) - Math.exp(x)) < 1e-13);
    assert.ok(Math.abs(pole(x) - 1 / (1 + 25 * x * x)) < 1e-12);
  }
});
