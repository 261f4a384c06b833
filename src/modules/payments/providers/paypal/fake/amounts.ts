import { unprocessable } from './api-error.ts';

/** The currencies that PayPal has no decimals for. */
const WHOLE: ReadonlySet<string> = new Set(['HUF', 'JPY', 'TWD']);
const KNOWN =
  /^(?:AUD|BRL|CAD|CHF|CZK|DKK|EUR|GBP|HKD|HUF|ILS|JPY|MXN|MYR|NOK|NZD|PHP|PLN|SEK|SGD|THB|TWD|USD)$/;

/** Hundredths of a unit from the text of an amount, by PayPal's rules of decimals. */
export function hundredthsOf(amount: { readonly currency_code: string; readonly value: string }): number {
  const { currency_code: currency, value } = amount;
  if (!KNOWN.test(currency)) throw unprocessable('INVALID_CURRENCY_CODE');
  if (!/^\d{1,9}(?:\.\d{1,2})?$/.test(value)) throw unprocessable('DECIMAL_PRECISION');
  if (WHOLE.has(currency) && value.includes('.')) throw unprocessable('DECIMALS_NOT_SUPPORTED');
  const hundredths = Math.round(Number(value) * 100);
  if (hundredths <= 0) throw unprocessable('CANNOT_BE_ZERO_OR_NEGATIVE');
  return hundredths;
}

export function amountOf(hundredths: number, currency: string): { currency_code: string; value: string } {
  const value = (hundredths / 100).toFixed(WHOLE.has(currency) ? 0 : 2);
  return { currency_code: currency, value };
}

/** 2.49 % and 0.35, in whole units where there are no decimals. */
export function feeOf(hundredths: number, currency: string): number {
  const fee = Math.min(hundredths, Math.round(hundredths * 0.0249) + 35);
  return WHOLE.has(currency) ? Math.floor(fee / 100) * 100 : fee;
}
