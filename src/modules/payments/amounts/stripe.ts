import { type CurrencyCode, divideRounded, minorDigits } from '../../../kernel/index.ts';

/**
 * How many digits Stripe counts where that is not what ISO 4217 says ("Supported currencies", sections Zero-decimal
 * currencies, Three-decimal currencies and Special cases). MGA counts whole ariary. ISK and UGX have no decimals but
 * are told in hundredths, for old times' sake: 5 is sent as 500.
 */
const DIGITS: Readonly<Record<string, number>> = { MGA: 0, ISK: 2, UGX: 2 };

/** What an amount in Stripe's units is a multiple of: whole krónur and shillings, and no single fils. */
const STEPS: Readonly<Record<string, bigint>> = {
  ...{ ISK: 100n, UGX: 100n },
  ...{ BHD: 10n, JOD: 10n, KWD: 10n, OMR: 10n, TND: 10n },
};

/** Stripe takes amounts of up to eight digits. */
const LARGEST = 99_999_999n;

/**
 * The amount as Stripe wants it, or nothing when Stripe cannot take exactly this: rounding it would charge another
 * amount than the order's.
 *
 * @example
 * toStripeAmount(1999n, EUR) // 1999
 * toStripeAmount(5n, ISK) // 500
 * toStripeAmount(5_124n, KWD) // undefined: 5.124 dinars end in single fils
 */
export function toStripeAmount(minor: bigint, currency: CurrencyCode): number | undefined {
  const scaled = rescale(minor, minorDigits(currency), stripeDigits(currency));
  if (scaled === undefined || scaled < 0n || scaled > LARGEST) return undefined;
  return scaled % (STEPS[currency] ?? 1n) === 0n ? Number(scaled) : undefined;
}

/** The amount in the currency's own minor units; throws on one that the currency cannot hold. */
export function fromStripeAmount(amount: number, currency: CurrencyCode): bigint {
  const minor = rescale(BigInt(amount), stripeDigits(currency), minorDigits(currency));
  if (minor === undefined) throw new RangeError(`${amount} is no amount in ${currency}`);
  return minor;
}

/**
 * An amount of Stripe's own book, such as a fee, to the nearest minor unit: nobody promises that these are whole krónur.
 */
export function fromStripeBook(amount: number, currency: CurrencyCode): bigint {
  const [from, to] = [stripeDigits(currency), minorDigits(currency)];
  if (to >= from) return fromStripeAmount(amount, currency);
  return divideRounded(BigInt(amount), 10n ** BigInt(from - to));
}

function stripeDigits(currency: CurrencyCode): number {
  return DIGITS[currency] ?? minorDigits(currency);
}

/** The same amount with more or fewer digits after the point, or nothing when digits would be lost. */
export function rescale(amount: bigint, from: number, to: number): bigint | undefined {
  if (to >= from) return amount * 10n ** BigInt(to - from);
  const factor = 10n ** BigInt(from - to);
  return amount % factor === 0n ? amount / factor : undefined;
}
