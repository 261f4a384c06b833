import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UNITS_PER_ORDER } from '../../explore/measures/orders.ts';
import { randomOf } from '../../testing/a-world.ts';
import { AVERAGE_ORDER_VALUE } from './sales.ts';

const sumsOf = (values: readonly bigint[]) => {
  const sum = values.reduce((all, value) => all + value, 0n);
  return {
    ...{ gross_sales: sum, discounts: 0n, orders: BigInt(values.length), order_value: sum },
    order_value_squares: values.reduce((all, value) => all + value * value, 0n),
  };
};
const text = (bounds: { readonly low: number; readonly high: number } | undefined) =>
  bounds && `${bounds.low.toFixed(2)} ${bounds.high.toFixed(2)}`;

test('a mean of orders has bounds: the more orders and the more alike, the closer', () => {
  const of = (...values: readonly bigint[]) => AVERAGE_ORDER_VALUE.bounds?.(sumsOf(values));
  // By hand: mean ± t · s ÷ √n, with t of 2 and 4 degrees of freedom 4.30265 and 2.77645.
  assert.equal(text(of(1_000n, 2_000n, 3_000n)), '-484.14 4484.14');
  assert.equal(text(of(4_990n, 5_010n, 7_300n, 2_100n, 4_990n)), '2586.31 7169.69');
  assert.equal(of(4_990n), undefined, 'nobody knows the spread of one');
  assert.equal(text(of(4_990n, 4_990n)), '4990.00 4990.00');
  const huge = 9_007_199_254_740_993n;
  const { low = 0, high = 0 } = of(huge, huge + 2n, huge + 4n) ?? {};
  assert.ok(high - low > 5 && high - low < 20, 'a spread of a few is not lost in large sums');
});

test('pieces of an order have bounds of their own, and none where it is not told how they differ', () => {
  const sums = { units: 9n, orders: 3n, order_units: 9n, order_units_squares: 29n };
  assert.equal(text(UNITS_PER_ORDER.bounds?.(sums)), '0.52 5.48');
  assert.equal(UNITS_PER_ORDER.bounds?.({ units: 9n, orders: 3n }), undefined);
});

test('it holds the truth as often as it says, of orders as uneven as orders are', () => {
  const random = randomOf(5);
  // Exponential with a mean of 50.00.
  const order = () => BigInt(Math.round(-5_000 * Math.log(1 - random())));
  const runs = 1_000;
  let held = 0;
  for (let run = 0; run < runs; run += 1) {
    const bounds = AVERAGE_ORDER_VALUE.bounds?.(sumsOf(Array.from({ length: 200 }, order)));
    if (bounds && bounds.low <= 5_000 && 5_000 <= bounds.high) held += 1;
  }
  // 950 of 1,000 but for chance (three standard deviations), and a little less as they are skewed.
  assert.ok(held >= 920 && held <= 971, `${held} of ${runs}`);
});
