import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { currencyOf } from '../../../kernel/index.ts';
import {
  cheaperBreak,
  converted,
  lineValueMinor,
  orderableQuantity,
  type PriceBreak,
  parseRate,
  priceAt,
  rateText,
} from './price.ts';

const breaks: readonly PriceBreak[] = [
  { from: 1, priceMinor: 200n, perQuantity: 1 },
  { from: 100, priceMinor: 170n, perQuantity: 1 },
  { from: 1000, priceMinor: 142_500n, perQuantity: 1000 },
];

test('a line is rounded once, whatever a piece costs', () => {
  const rows: readonly (readonly [price: bigint, per: number, quantity: number, value: bigint])[] = [
    [1_250n, 1_000, 500, 625n],
    [1_250n, 1_000, 1, 1n],
    [1n, 3, 1, 0n],
    [1n, 2, 1, 1n],
    [12_345n, 100, 250, 30_863n],
  ];
  for (const [priceMinor, perQuantity, quantity, value] of rows) {
    assert.equal(lineValueMinor({ priceMinor, perQuantity }, quantity), value);
  }
});

test('the price is that of the highest break that is reached, and a cheaper one above is named', () => {
  const rows: readonly (readonly [quantity: number, from: number, cheaper: number | undefined])[] = [
    [1, 1, undefined],
    [84, 1, undefined],
    [86, 1, 100],
    [100, 100, undefined],
    [850, 100, 1000],
    [2000, 1000, undefined],
  ];
  for (const [quantity, from, cheaper] of rows) {
    assert.equal(priceAt(breaks, quantity)?.from, from, `at ${quantity}`);
    assert.equal(cheaperBreak(breaks, quantity)?.from, cheaper, `above ${quantity}`);
  }
  assert.equal(priceAt([{ from: 50, priceMinor: 1n, perQuantity: 1 }], 10)?.from, 50);
  assert.equal(priceAt([], 1), undefined);
});

test('what can be ordered is at least what is wanted and the minimum, in whole packs, and not a pack more', () => {
  const whole = fc.integer({ min: 1, max: 1_000 });
  fc.assert(
    fc.property(whole, whole, whole, (packSize, minimumQuantity, quantity) => {
      const ordered = orderableQuantity({ packSize, minimumQuantity }, quantity);
      assert.ok(ordered >= quantity && ordered >= minimumQuantity && ordered % packSize === 0);
      assert.ok(ordered - packSize < Math.max(quantity, minimumQuantity));
      assert.equal(orderableQuantity({ packSize, minimumQuantity }, ordered), ordered);
    }),
  );
});

test('money is converted once, between currencies of any number of digits', () => {
  const rows: readonly (readonly [
    minor: bigint,
    from: string,
    to: string,
    rate: string,
    expected: bigint,
  ])[] = [
    [10_000n, 'USD', 'EUR', '0.92', 9_200n],
    [10_000n, 'JPY', 'EUR', '0.0061', 6_100n],
    [6_100n, 'EUR', 'JPY', '163.9344262295', 10_000n],
    [1n, 'EUR', 'EUR', '1', 1n],
    [1_000n, 'KWD', 'EUR', '3', 300n],
  ];
  for (const [minor, from, to, rate, expected] of rows) {
    const rateE10 = parseRate(rate);
    assert.ok(rateE10);
    assert.equal(converted(minor, { from: currencyOf(from), to: currencyOf(to), rateE10 }), expected, from);
    assert.equal(rateText(rateE10), rate);
  }
  for (const text of ['0', '-1', '', '1,5', '0.00000000001']) assert.equal(parseRate(text), undefined, text);
});
