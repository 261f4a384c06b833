import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marginAsTyped } from './margin.ts';

test('a margin follows the price as it is typed, net of tax and cost', () => {
  const rows: readonly (readonly [price: string, cost: string, tax: number, margin: unknown])[] = [
    ['11.90', '6.00', 190_000, { amount: '4.00', rateMillionths: 400_000 }],
    ['5.00', '6.00', 0, { amount: '-1.00', rateMillionths: -200_000 }],
    ['0', '6.00', 0, { amount: '-6.00', rateMillionths: undefined }],
    ['11,9', '6.00', 0, undefined],
    ['', '6.00', 0, undefined],
  ];
  for (const [price, cost, taxRateMillionths, margin] of rows) {
    assert.deepEqual(marginAsTyped(price, { cost, currency: 'EUR', taxRateMillionths }), margin, price);
  }
});
