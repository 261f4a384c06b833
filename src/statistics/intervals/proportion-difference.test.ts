import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proportionDifference } from './proportion-difference.ts';

// Newcombe (1998), table II, method 10: contrasts (a), (b) and (h).
for (const [second, first, low, high] of [
  [[56, 70], [48, 80], 0.0524, 0.3339],
  [[9, 10], [3, 10], 0.1705, 0.809],
  [[10, 10], [0, 10], 0.6075, 1],
] as const) {
  test(`${second.join('/')} less ${first.join('/')} has the interval of Newcombe's table`, () => {
    const of = ([successes, trials]: readonly [number, number]) => ({ successes, trials });
    const found = proportionDifference(of(first), of(second), 0.95);
    assert.ok(Math.abs(found.low - low) < 6e-5 && Math.abs(found.high - high) < 6e-5, JSON.stringify(found));
  });
}
