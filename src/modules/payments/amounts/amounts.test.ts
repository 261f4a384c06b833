import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { currencyOf } from '../../../kernel/index.ts';
import { canCharge } from './can-charge.ts';
import { fromPaypalAmount, toPaypalAmount } from './paypal.ts';
import { fromStripeAmount, toStripeAmount } from './stripe.ts';

// docs.stripe.com/currencies: zero-decimal, three-decimal and special cases.
const STRIPE: readonly (readonly [minor: bigint, currency: string, sent: number | undefined])[] = [
  [1999n, 'EUR', 1999],
  [1n, 'USD', 1],
  [500n, 'JPY', 500],
  [500n, 'KRW', 500],
  [1000n, 'CLP', 1000],
  [5n, 'ISK', 500],
  [5n, 'UGX', 500],
  [500n, 'MGA', 5],
  [550n, 'MGA', undefined],
  [120_050n, 'HUF', 120_050],
  [5_120n, 'KWD', 5_120],
  [5_124n, 'KWD', undefined],
  [10_001n, 'JOD', undefined],
  [10_010n, 'BHD', 10_010],
  [99_999_999n, 'EUR', 99_999_999],
  [100_000_000n, 'EUR', undefined],
  [-1n, 'EUR', undefined],
];

for (const [minor, code, sent] of STRIPE) {
  test(`Stripe is sent ${sent ?? 'nothing'} for ${minor} of ${code}`, () => {
    const currency = currencyOf(code);
    assert.equal(toStripeAmount(minor, currency), sent);
    if (sent !== undefined) assert.equal(fromStripeAmount(sent, currency), minor);
  });
}

const PAYPAL: readonly (readonly [minor: bigint, currency: string, sent: string | undefined])[] = [
  [1999n, 'EUR', '19.99'],
  [5n, 'USD', '0.05'],
  [1200n, 'JPY', '1200'],
  [120_000n, 'HUF', '1200'],
  [120_050n, 'HUF', undefined],
  [30_000n, 'TWD', '300'],
  [30_001n, 'TWD', undefined],
  [5_120n, 'KWD', undefined],
  [5n, 'ISK', undefined],
];

for (const [minor, code, sent] of PAYPAL) {
  test(`PayPal is sent ${sent ?? 'nothing'} for ${minor} of ${code}`, () => {
    const currency = currencyOf(code);
    assert.equal(toPaypalAmount(minor, currency), sent);
    if (sent !== undefined) assert.equal(fromPaypalAmount(sent, currency), minor);
  });
}

test('what a provider is sent is always exactly the amount, or it is not asked', () => {
  const codes = ['EUR', 'JPY', 'ISK', 'UGX', 'MGA', 'KWD', 'HUF', 'TWD', 'CLP', 'TND'].map(currencyOf);
  const amount = fc.bigInt({ min: 1n, max: 99_999_999n });
  fc.assert(
    fc.property(amount, fc.constantFrom(...codes), (minor, currency) => {
      const stripe = toStripeAmount(minor, currency);
      const paypal = toPaypalAmount(minor, currency);
      assert.equal(canCharge('stripe', minor, currency), stripe !== undefined);
      assert.equal(canCharge('paypal', minor, currency), paypal !== undefined);
      if (stripe !== undefined) assert.equal(fromStripeAmount(stripe, currency), minor);
      if (paypal !== undefined) assert.equal(fromPaypalAmount(paypal, currency), minor);
    }),
  );
});

test('an amount from a provider that the currency cannot hold is an error, not rounded', () => {
  assert.throws(() => fromStripeAmount(550, currencyOf('ISK')), RangeError);
  assert.throws(() => fromPaypalAmount('19.999', currencyOf('EUR')), RangeError);
  assert.throws(() => fromPaypalAmount('1,99', currencyOf('EUR')), RangeError);
});
