import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { currencyOf, divideRounded, fromDecimal, money, multiplyRate, split, toDecimal } from './index.ts';

const EUR = currencyOf('EUR');
const JPY = currencyOf('JPY');
const KWD = currencyOf('KWD');

describe('money', () => {
  test('a split neither loses nor invents a penny, and no part is more than one off its exact share', () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 10_000n }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.bigInt({ min: -10_000_000n, max: 10_000_000n }), weights, (minor, shares) => {
        const parts = split(money(minor, EUR), shares);
        assert.equal(
          parts.reduce((sum, part) => sum + part.minor, 0n),
          minor,
        );
        const total = shares.reduce((sum, share) => sum + share, 0n);
        if (total === 0n) return;
        for (const [index, part] of parts.entries()) {
          const error = part.minor * total - minor * (shares[index] ?? 0n);
          assert.ok((error < 0n ? -error : error) < total);
        }
      }),
    );
  });

  test('halves round away from zero', () => {
    const table: [bigint, bigint, bigint][] = [
      [5n, 10n, 1n],
      [-5n, 10n, -1n],
      [4n, 10n, 0n],
      [15n, 10n, 2n],
      [7n, 3n, 2n],
      [-7n, 3n, -2n],
      [1n, 3n, 0n],
    ];
    for (const [dividend, divisor, expected] of table)
      assert.equal(divideRounded(dividend, divisor), expected);
    assert.equal(multiplyRate(money(1999n, EUR), 190_000n).minor, 380n);
  });

  test('a decimal has as many digits as its currency and survives the way there and back', () => {
    assert.equal(toDecimal(money(1999n, EUR)), '19.99');
    assert.equal(toDecimal(money(-5n, EUR)), '-0.05');
    assert.equal(toDecimal(money(1200n, JPY)), '1200');
    assert.equal(toDecimal(money(1n, KWD)), '0.001');
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }),
        fc.constantFrom(EUR, JPY, KWD),
        (minor, code) => {
          assert.deepEqual(fromDecimal(toDecimal(money(minor, code)), code), money(minor, code));
        },
      ),
    );
  });

  test('a decimal that the currency cannot hold is refused, not rounded', () => {
    for (const text of ['19.999', '1,5', '', 'abc', '1e5', '0x10', '--1', 'NaN'])
      assert.equal(fromDecimal(text, EUR), undefined, text);
    assert.equal(fromDecimal('33.61', EUR)?.minor, 3361n);
    assert.equal(fromDecimal('33.610', EUR)?.minor, 3361n);
    assert.equal(fromDecimal('5.5', JPY), undefined);
  });
});
