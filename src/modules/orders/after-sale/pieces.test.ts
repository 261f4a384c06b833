import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { piecesAmount } from './pieces.ts';

describe('what pieces of a line are worth', () => {
  test('a line of 10.00 for three pieces is 3.33, 3.34 and 3.33', () => {
    const pieces = [0, 1, 2].map((before) => piecesAmount(1000n, 3, before, 1));
    assert.deepEqual(pieces, [333n, 334n, 333n]);
  });

  test('portions of any sizes sum to the line exactly', () => {
    const portions = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 12n), portions, (amount, counts) => {
        const quantity = counts.reduce((sum, count) => sum + count, 0);
        let before = 0;
        let sum = 0n;
        for (const count of counts) {
          sum += piecesAmount(amount, quantity, before, count);
          before += count;
        }
        assert.equal(sum, amount);
      }),
    );
  });

  test('a portion is within a smallest unit of its fair share, and never below zero', () => {
    const line = fc.record({
      amount: fc.bigInt(0n, 10n ** 9n),
      quantity: fc.integer({ min: 1, max: 500 }),
      cut: fc.tuple(fc.nat(499), fc.nat(499)),
    });
    fc.assert(
      fc.property(line, ({ amount, quantity, cut }) => {
        const [first = 0, second = 0] = cut.map((at) => at % (quantity + 1)).toSorted((a, b) => a - b);
        const portion = piecesAmount(amount, quantity, first, second - first);
        const fair = (Number(amount) * (second - first)) / quantity;
        assert.ok(portion >= 0n);
        assert.ok(Math.abs(Number(portion) - fair) <= 1);
      }),
    );
  });

  test('more pieces than the line has are a mistake of the caller', () => {
    assert.throws(() => piecesAmount(100n, 2, 1, 2), RangeError);
    assert.throws(() => piecesAmount(100n, 0, 0, 0), RangeError);
  });
});
