import { type CurrencyCode, minorDigits } from './currency.ts';

/** An amount in the currency's smallest unit: `{ minor: 1999n, currency: 'EUR' }` is 19.99 euros. */
export type Money = { readonly minor: bigint; readonly currency: CurrencyCode };

export function money(minor: bigint, currency: CurrencyCode): Money {
  return { minor, currency };
}

export function add(a: Money, b: Money): Money {
  assertSame(a, b);
  return money(a.minor + b.minor, a.currency);
}

export function subtract(a: Money, b: Money): Money {
  assertSame(a, b);
  return money(a.minor - b.minor, a.currency);
}

/** Negative, zero or positive as `a` is less than, equal to or more than `b`. */
export function compare(a: Money, b: Money): -1 | 0 | 1 {
  assertSame(a, b);
  return a.minor < b.minor ? -1 : a.minor > b.minor ? 1 : 0;
}

/** `amount × millionths / 1,000,000`, rounded half away from zero: 19.99 × 190,000 → 3.80. */
export function multiplyRate(amount: Money, millionths: bigint): Money {
  return money(divideRounded(amount.minor * millionths, 1_000_000n), amount.currency);
}

/** `dividend / divisor` to the nearest integer, halves away from zero; `divisor` is positive. */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  if (divisor <= 0n) throw new RangeError('the divisor must be positive');
  const magnitude = dividend < 0n ? -dividend : dividend;
  const rounded = (magnitude * 2n + divisor) / (divisor * 2n);
  return dividend < 0n ? -rounded : rounded;
}

/**
 * Parts proportional to `weights` that sum to `amount` exactly, by largest remainder; a tie goes to the earlier
 * part. Splitting 1.00 by [1, 1, 1] gives 0.34, 0.33, 0.33. All-zero weights share equally.
 */
export function split(amount: Money, weights: readonly bigint[]): Money[] {
  return splitMinor(amount.minor, weights).map((minor) => money(minor, amount.currency));
}

/** `split` where one currency is a matter of course: parts of minor units. */
export function splitMinor(amount: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.length === 0) throw new RangeError('a split needs at least one weight');
  if (weights.some((weight) => weight < 0n)) throw new RangeError('a weight is negative');
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  const shares = total === 0n ? weights.map(() => 1n) : weights;
  const whole = total === 0n ? BigInt(weights.length) : total;
  const sign = amount < 0n ? -1n : 1n;
  const magnitude = amount * sign;
  const minor = shares.map((share) => (magnitude * share) / whole);
  let left = magnitude - minor.reduce((sum, part) => sum + part, 0n);
  if (left > 0n) {
    const remainders = shares.map((share, index) => ({ index, remainder: (magnitude * share) % whole }));
    // The sort is stable: equal remainders stay in the order of the parts.
    remainders.sort((a, b) => (a.remainder === b.remainder ? 0 : a.remainder > b.remainder ? -1 : 1));
    for (const { index } of remainders) {
      if (left === 0n) break;
      minor[index] = (minor[index] ?? 0n) + 1n;
      left -= 1n;
    }
  }
  return sign === 1n ? minor : minor.map((part) => -part);
}

/** A plain decimal with the currency's own number of digits and a point: `19.99`, `-0.05`, `1200` for JPY. */
export function toDecimal(amount: Money): string {
  const digits = minorDigits(amount.currency);
  const sign = amount.minor < 0n ? '-' : '';
  const text = (amount.minor < 0n ? -amount.minor : amount.minor).toString().padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/**
 * The amount in a plain decimal such as `19.99`, or `undefined` when it is none or has more digits than the
 * currency: `19.999` euros is a mistake to report, never one to round away.
 */
export function fromDecimal(text: string, currency: CurrencyCode): Money | undefined {
  const match = /^([+-]?)(\d{1,15})(?:\.(\d*))?$/.exec(text.trim());
  if (!match) return undefined;
  const digits = minorDigits(currency);
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > digits) return undefined;
  const minor = BigInt((match[2] ?? '') + fraction.padEnd(digits, '0'));
  return money(match[1] === '-' ? -minor : minor, currency);
}

function assertSame(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new TypeError(`cannot mix ${a.currency} with ${b.currency}`);
}
