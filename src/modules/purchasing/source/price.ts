import { type CurrencyCode, divideRounded, minorDigits } from '../../../kernel/index.ts';

const DIGITS = 10;
export const ONE_E10 = 10n ** BigInt(DIGITS);
const FORM = /^(\d{1,9})(?:\.(\d{1,10}))?$/;

/** From so many pieces on, so much for so many: `{ from: 500, priceMinor: 1250n, perQuantity: 1000 }` is 12.50 a thousand. */
export type PriceBreak = { readonly from: number; readonly priceMinor: bigint; readonly perQuantity: number };

export type UnitPrice = Pick<PriceBreak, 'priceMinor' | 'perQuantity'>;

/** What so many come to, rounded once, halves away from zero. */
export function lineValueMinor({ priceMinor, perQuantity }: UnitPrice, quantity: number): bigint {
  return divideRounded(priceMinor * BigInt(quantity), BigInt(perQuantity));
}

/** The price at this quantity: the highest break that it reaches, else the lowest there is. */
export function priceAt(breaks: readonly PriceBreak[], quantity: number): PriceBreak | undefined {
  const inOrder = breaks.toSorted((a, b) => a.from - b.from);
  return inOrder.findLast(({ from }) => from <= quantity) ?? inOrder[0];
}

/**
 * The break that makes more pieces cost less in all, if there is one: what a buyer is told before they order less.
 *
 * @example
 * // 90 at 2.00 are 180.00; from 100 on they are 1.70: 100 cost 170.00.
 */
export function cheaperBreak(breaks: readonly PriceBreak[], quantity: number): PriceBreak | undefined {
  const now = priceAt(breaks, quantity);
  if (now === undefined) return undefined;
  const value = lineValueMinor(now, quantity);
  return breaks
    .filter((one) => one.from > quantity && lineValueMinor(one, one.from) < value)
    .toSorted((a, b) => a.from - b.from)[0];
}

/** The least quantity from this one on that a supplier sells: at least the minimum, in whole packs. */
export function orderableQuantity(
  { packSize, minimumQuantity }: { readonly packSize: number; readonly minimumQuantity: number },
  quantity: number,
): number {
  return Math.ceil(Math.max(quantity, minimumQuantity) / packSize) * packSize;
}

/** Minor units of one currency in those of another, rounded once: 100.00 USD at 0.92 are 92.00 EUR, 10,000 JPY at 0.0061 61.00. */
export function converted(
  minor: bigint,
  { from, to, rateE10 }: { readonly from: CurrencyCode; readonly to: CurrencyCode; readonly rateE10: bigint },
): bigint {
  const digits = minorDigits(to) - minorDigits(from);
  const scaled = minor * rateE10 * 10n ** BigInt(Math.max(digits, 0));
  return divideRounded(scaled, ONE_E10 * 10n ** BigInt(Math.max(-digits, 0)));
}

/** What is wrong with a rate: one of the shop's own currency is 1, any other above zero. */
export function rateProblem(
  rateE10: bigint,
  { from, to }: { readonly from: CurrencyCode; readonly to: CurrencyCode },
): string | undefined {
  if (rateE10 <= 0n) return 'a rate is above zero';
  if (from === to && rateE10 !== ONE_E10) return `${to} is the currency of the shop: its rate is 1`;
  return undefined;
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
