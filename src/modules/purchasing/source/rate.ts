import { type CurrencyCode, divideRounded, minorDigits } from '../../../kernel/index.ts';

const DIGITS = 10;
export const ONE_E10 = 10n ** BigInt(DIGITS);
const FORM = /^(\d{1,9})(?:\.(\d{1,10}))?$/;

/** Minor units of one currency in those of another, rounded once: 100.00 USD at 0.92 are 92.00 EUR, 10,000 JPY at 0.0061 61.00. */
export function converted(
  minor: bigint,
  { from, to, rateE10 }: { readonly from: CurrencyCode; readonly to: CurrencyCode; readonly rateE10: bigint },
): bigint {
  const digits = minorDigits(to) - minorDigits(from);
  const scaled = minor * rateE10 * 10n ** BigInt(Math.max(digits, 0));
  return divideRounded(scaled, ONE_E10 * 10n ** BigInt(Math.max(-digits, 0)));
}

/** Reads `0.92`; `undefined` for what is no rate above zero. */
export function parseRate(text: string): bigint | undefined {
  const [, whole, fraction = ''] = FORM.exec(text.trim()) ?? [];
  if (whole === undefined) return undefined;
  const rate = BigInt(whole + fraction.padEnd(DIGITS, '0'));
  return rate > 0n ? rate : undefined;
}

export function rateText(rateE10: bigint): string {
  const digits = rateE10.toString().padStart(DIGITS + 1, '0');
  const fraction = digits.slice(-DIGITS).replace(/0+$/, '');
  return fraction === '' ? digits.slice(0, -DIGITS) : `${digits.slice(0, -DIGITS)}.${fraction}`;
}
