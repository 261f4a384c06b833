import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isZero, sumOf } from './sums.ts';

const of = (amount: string, currency = 'EUR') => ({ amount, currency });

test('decimals are summed exactly, below zero and in any digits', () => {
  const table: readonly (readonly [amounts: readonly string[], sum: string])[] = [
    [['0.10', '0.20'], '0.30'],
    [['1.00', '-1.01'], '-0.01'],
    [['9007199254740993.01', '0.01'], '9007199254740993.02'],
    [['5', '-12'], '-7'],
    [['0.001', '0.999'], '1.000'],
    [[], '0'],
  ];
  for (const [amounts, sum] of table) {
    assert.equal(
      sumOf(
        amounts.map((amount) => of(amount)),
        'EUR',
      ).amount,
      sum,
    );
  }
  assert.ok(isZero(of('0.00')) && isZero(of('0')) && !isZero(of('-0.01')));
});

test('a sum does not depend on order', () => {
  const amount = fc.integer({ min: -1e9, max: 1e9 }).map((minor) => of((minor / 100).toFixed(2)));
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1 }), (amounts) => {
      assert.deepEqual(sumOf(amounts, 'EUR'), sumOf(amounts.toReversed(), 'EUR'));
    }),
  );
});
