import { type CurrencyCode, fromDecimal, minorDigits, money, toDecimal } from '../../../kernel/index.ts';
import { rescale } from './stripe.ts';

/** The currencies that PayPal knows ("Currency codes", REST API reference). */
const KNOWN: ReadonlySet<string> = new Set(
  'AUD BRL CAD CNY CZK DKK EUR HKD HUF ILS JPY MYR MXN TWD NZD NOK PHP PLN GBP SGD SEK CHF THB USD'.split(
    ' ',
  ),
);

/** "This currency does not support decimals": a forint and a Taiwan dollar have them by ISO 4217. */
const WHOLE: ReadonlySet<string> = new Set(['HUF', 'JPY', 'TWD']);

/**
 * The decimal text PayPal wants, or nothing when PayPal does not know the currency or cannot take exactly this amount.
 *
 * @example
 * toPaypalAmount(1999n, EUR) // '19.99'
 * toPaypalAmount(120_000n, HUF) // '1200'
 * toPaypalAmount(120_050n, HUF) // undefined: there are no fillér at PayPal
 */
export function toPaypalAmount(minor: bigint, currency: CurrencyCode): string | undefined {
  if (!KNOWN.has(currency) || minor < 0n) return undefined;
  if (!WHOLE.has(currency)) return toDecimal(money(minor, currency));
  return rescale(minor, minorDigits(currency), 0)?.toString();
}

/** The amount in minor units; throws on text that is no amount in this currency. */
export function fromPaypalAmount(text: string, currency: CurrencyCode): bigint {
  const amount = fromDecimal(text, currency);
  if (amount === undefined) throw new RangeError(`"${text}" is no amount in ${currency}`);
  return amount.minor;
}
