import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { currencyOf } from '../../kernel/index.ts';
import { usualAttention, worthAttention } from './attention.ts';

const EUR = currencyOf('EUR');
const MONDAY = Temporal.Instant.from('2026-11-23T09:00:00Z');
const FRIDAY = Temporal.Instant.from('2026-11-27T09:00:00Z');
const worth = (valueMinor: bigint, perDay = 0n) => ({
  predicted: {
    ...{ valueMinor, lowMinor: valueMinor, highMinor: valueMinor, confidence: 0.8, currency: EUR },
    ...{ horizonDays: 14, counterfactual: 'x' },
  },
  waitCostMinorPerDay: perDay,
  expiresAt: FRIDAY.add({ hours: 24 * 30 }),
});
const at = (now: Temporal.Instant, isOpen = false) => ({
  ...{ now, zone: 'Europe/Berlin', floorMinor: 500n, isOpen: () => isOpen },
});
const shownOf = (one: ReturnType<typeof worth>, ...given: Parameters<typeof at>) =>
  worthAttention([one], at(...given)).shown.length === 1;

describe('what is worth a person’s attention', () => {
  test('is what it brings with what waiting costs', () => {
    assert.deepEqual([shownOf(worth(500n), MONDAY), shownOf(worth(499n), MONDAY)], [true, false]);
    assert.deepEqual([shownOf(worth(400n, 50n), MONDAY), shownOf(worth(400n, 50n), FRIDAY)], [false, true]);
  });
  test('stays on the table until it is worth half as much', () => {
    assert.deepEqual([shownOf(worth(250n), MONDAY, true), shownOf(worth(249n), MONDAY, true)], [true, false]);
  });
  test('is 25 at most, the best, in the order they came', () => {
    const all = Array.from({ length: 150 }, (_, index) => worth(BigInt(1_000 + ((index * 37) % 150))));
    const { shown, leftOut } = worthAttention(all, at(MONDAY));
    assert.deepEqual([shown.length, leftOut.count], [25, 125]);
    assert.ok(shown.every(({ predicted }) => predicted.valueMinor >= 1_125n));
    assert.deepEqual(
      shown,
      all.filter((one) => shown.includes(one)),
    );
    // 1000 to 1124
    assert.equal(leftOut.valueMinor, 132_750n);
  });
  test('is about five euros in any currency until the owner says otherwise', () => {
    const usual = ['EUR', 'USD', 'JPY', 'HUF', 'KWD'].map((code) => usualAttention(currencyOf(code)));
    assert.deepEqual(usual, [500n, 500n, 800n, 200_000n, 5_000n]);
  });
});
