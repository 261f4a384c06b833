import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyOf, localeOf } from '../../kernel/index.ts';
import { moneyText } from './money-text.ts';

test('an amount is written the language’s way and the exact way', () => {
  const rows: readonly [bigint, string, string, string, string][] = [
    [1999n, 'EUR', 'en', '€19.99', '19.99'],
    [1999n, 'EUR', 'de', '19,99 €', '19.99'],
    [1200n, 'JPY', 'en', '¥1,200', '1200'],
    [1234n, 'KWD', 'en', 'KWD 1.234', '1.234'],
    [123456789012345678n, 'USD', 'en', '$1,234,567,890,123,456.78', '1234567890123456.78'],
  ];
  for (const [minor, currency, locale, text, decimal] of rows) {
    const written = moneyText(minor, currencyOf(currency), localeOf(locale));
    assert.deepEqual([written.text.replaceAll('\u00a0', ' '), written.decimal], [text, decimal]);
  }
});
