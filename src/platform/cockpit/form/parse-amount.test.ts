import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amountAsWritten, parseAmount, typedAmount } from './parse-amount.ts';

test('an amount is understood as people in different countries write it', () => {
  const table = [
    ['12', 'EUR', '12.00'],
    ['12,5', 'EUR', '12.50'],
    ['1.234,50', 'EUR', '1234.50'],
    ['1,234.50', 'EUR', '1234.50'],
    ['1 234,50', 'EUR', '1234.50'],
    ["1'234.50", 'CHF', '1234.50'],
    ['1,234', 'EUR', '1234.00'],
    ['1.234.567,89', 'EUR', '1234567.89'],
    ['1.234', 'KWD', '1.234'],
    ['1,234', 'JPY', '1234'],
    ['007', 'EUR', '7.00'],
    [',5', 'EUR', '0.50'],
    ['-3', 'EUR', '-3.00'],
    ['12.3456', 'EUR', undefined],
    ['twelve', 'EUR', undefined],
    ['', 'EUR', undefined],
    ['1', 'XXQ', undefined],
  ] as const;
  for (const [typed, currency, amount] of table) {
    assert.equal(parseAmount(typed, currency), amount, `${typed} ${currency}`);
  }
});

test('an amount is shown as people write it, and understood as shown', () => {
  for (const region of ['en-GB', 'de-DE', 'fr-FR', 'es-ES', 'de-CH']) {
    for (const [amount, currency] of [
      ['1234.50', 'EUR'],
      ['-0.05', 'EUR'],
      ['1.234', 'KWD'],
      ['1234', 'JPY'],
    ] as const) {
      assert.equal(parseAmount(amountAsWritten(amount, region), currency), amount, `${amount} in ${region}`);
    }
  }
  assert.equal(amountAsWritten('1234.50', 'de-DE'), '1234,50');
  assert.equal(amountAsWritten('12,5 or so', 'de-DE'), '12,5 or so');
});

test('nothing is misread by a factor of a thousand', () => {
  const table = [
    ['1.234', 'EUR', 'de-DE', '1234.00'],
    ['1.234', 'EUR', 'en-GB', undefined],
    ['1,234', 'EUR', 'de-DE', undefined],
    ['1,234', 'EUR', 'en-GB', '1234.00'],
    ['1,234', 'EUR', 'fr-FR', undefined],
    ['0.500', 'EUR', 'de-DE', undefined],
    ['1.234,567', 'EUR', 'de-DE', undefined],
    ['1,2,3', 'EUR', 'en-GB', undefined],
    ['12,34.50', 'EUR', 'en-GB', undefined],
    ['1.234.50', 'EUR', 'de-DE', undefined],
    ['1.234', 'KWD', 'de-DE', '1234.000'],
    ['1,234', 'KWD', 'de-DE', '1.234'],
    ['1,234', 'KWD', 'en-GB', '1234.000'],
    ['0.500', 'KWD', 'de-DE', '0.500'],
    ['-1.234', 'EUR', 'de-DE', '-1234.00'],
  ] as const;
  for (const [typed, currency, region, amount] of table) {
    assert.equal(typedAmount(typed, currency, region), amount, `${typed} ${currency} in ${region}`);
  }
});
