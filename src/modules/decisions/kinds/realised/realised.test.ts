import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseId } from '../../../../kernel/index.ts';
import { newId } from '../../../../platform/id.ts';
import { stoppedWorth } from '../backorder-worth.ts';
import { movedLooks } from './hiding.ts';
import { runOn } from './promotion.ts';
import { heldDays, lostWithout, missedIn } from './without.ts';

describe('days replayed without what was decided', () => {
  const arrivals = (...days: [number, number][]) => new Map(days);
  const rows = [
    { why: 'stock was enough', sold: [2, 2, 2], stock: 6, came: arrivals(), lost: 0 },
    { why: 'nothing was there', sold: [2, 2, 2], stock: 0, came: arrivals(), lost: 6 },
    { why: 'goods came meanwhile', sold: [2, 2, 2, 2, 2], stock: 3, came: arrivals([3, 4]), lost: 3 },
    { why: 'goods came too late', sold: [2, 2], stock: 1, came: arrivals([2, 9]), lost: 3 },
    { why: 'something was written off', sold: [0, 4], stock: 4, came: arrivals([1, -2]), lost: 2 },
    { why: 'others waited for it', sold: [3], stock: -2, came: arrivals(), lost: 3 },
    { why: 'a sale was taken back', sold: [-1, 2], stock: 2, came: arrivals(), lost: 0 },
  ];
  for (const { why, sold, stock, came, lost } of rows) {
    test(`${lost} were lost where ${why}`, () => {
      assert.equal(lostWithout({ sold, stock, arrivals: came }), lost);
    });
  }

  test('more stock never loses more, and never more than was sold', () => {
    const sold = [4, 0, 7, 1, 3];
    const lost = Array.from({ length: 20 }, (_, stock) => lostWithout({ sold, stock, arrivals: arrivals() }));
    assert.deepEqual(
      lost,
      lost.toSorted((a, b) => b - a),
    );
    assert.equal(lost[0], 15);
  });
});

test('pieces lie from when they come until they are needed, or until the days are over', () => {
  assert.equal(heldDays({ received: new Map([[1, 4]]), lost: [0, 0, 2, 1, 0] }), 4 + 2 + 1 + 1);
  assert.equal(heldDays({ received: new Map(), lost: [2, 2] }), 0);
  assert.equal(heldDays({ received: new Map([[0, 1]]), lost: [5, 0] }), 0);
});

describe('pieces missed in a gap', () => {
  test('are as many as the days that had some sold, with an interval', () => {
    const gap = missedIn({ onHand: [9, 6, 3, 0, 0], sold: [3, 3, 3, 3, 0], most: 100 });
    assert.equal(gap?.pieces, 6);
    assert.ok(gap.low > 0 && gap.low < 6 && gap.high > 6);
  });
  test('are none without a gap, no more than would have been there, and unknown where nothing was ever there', () => {
    assert.deepEqual(missedIn({ onHand: [1, 1], sold: [5, 5], most: 9 }), { pieces: 0, low: 0, high: 0 });
    assert.equal(missedIn({ onHand: [1, 0, 0], sold: [9, 0, 0], most: 4 })?.pieces, 4);
    assert.equal(missedIn({ onHand: [0, 0], sold: [0, 0], most: 4 }), undefined);
  });
});

test('stopping backorders saves what would have been cancelled, and loses what would have been delivered', () => {
  const given = { ordered: 10, marginMinor: 1_000 };
  // 10 × (0.85 × 8.00 − 0.15 × 10.00)
  assert.equal(Math.round(stoppedWorth({ ...given, served: 0 }).value), 5_300);
  assert.equal(Math.round(stoppedWorth({ ...given, served: 4 }).value), -820);
  assert.deepEqual(stoppedWorth({ ...given, served: 50 }), { value: -10_000, low: -10_000, high: -10_000 });
});

test('looks that moved lie between none and as many as would have looked', () => {
  const before = { visits: 1_000, own: 100, others: 400 };
  const { looks, low, high } = movedLooks(before, { visits: 1_000, others: 460 });
  assert.equal(looks, 60);
  // 60 ± 1.2816 × √860
  assert.deepEqual([Math.round(low), Math.round(high)], [22, 98]);
  assert.equal(movedLooks(before, { visits: 1_000, others: 900 }).looks, 100);
  assert.equal(movedLooks(before, { visits: 1_000, others: 300 }).looks, 0);
  // Half of the visits: half of the looks are the same.
  assert.equal(movedLooks(before, { visits: 500, others: 200 }).looks, 0);
});

test('a promotion that runs on sells what there is at the reduced price and no more', () => {
  const variantId = parseId<'variant'>(newId());
  assert.ok(variantId);
  const goods = { variantId, full: 1_000, reduced: 800, cost: 500, elasticity: -1.76, deviation: 0.9 };
  const cases = runOn([{ ...goods, stock: 5, mean: 50, variance: 60 }]);
  assert.deepEqual([...new Set(cases)], [1_500]);
  const two = runOn([
    { ...goods, stock: 5, mean: 50, variance: 60 },
    { ...goods, stock: 10, mean: 90, variance: 90 },
  ]);
  assert.deepEqual([...new Set(two)], [4_500]);
  assert.deepEqual(runOn([]), []);
});
