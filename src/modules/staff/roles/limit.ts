import { type CurrencyCode, minorDigits } from '../../../kernel/index.ts';

/** A limit has at most four digits after the point, which is what the currencies of ISO 4217 have. */
const DIGITS = 4;
const FORM = /^(\d{1,15})(?:\.(\d{1,4}))?$/;

export function isLimit(text: string): boolean {
  return FORM.test(text);
}

/** Whether `one` allows at least as much as `other`; `undefined` is as much as there is. */
export function allowsAsMuch(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined) return true;
  return other !== undefined && partsOf(one) >= partsOf(other);
}

/**
 * A limit in minor units of a currency, rounded down: nobody may more than was said.
 *
 * @example
 * limitMinor('100.00', currencyOf('EUR')) // 10000n
 * limitMinor('100.00', currencyOf('JPY')) // 100n
 */
export function limitMinor(limit: string, currency: CurrencyCode): bigint {
  return partsOf(limit) / 10n ** BigInt(DIGITS - minorDigits(currency));
}

function partsOf(limit: string): bigint {
  const [, whole = '', fraction = ''] = FORM.exec(limit) ?? [];
  if (whole === '') throw new RangeError(`${limit} is no limit`);
  return BigInt(whole + fraction.padEnd(DIGITS, '0'));
}
