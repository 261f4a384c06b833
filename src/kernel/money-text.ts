import type { CurrencyCode } from './currency.ts';
import type { Locale } from './locale.ts';
import { type Money, toDecimal } from './money.ts';

/**
 * The amount as people write it in this language: `1999n` euros are `€19.99` in English and `19,99 €` in German. The
 * exact digits, never through a float: NumberFormat reads a decimal string exactly (ECMA-402, Intl mathematical values).
 */
export function moneyText(amount: Money, locale: Locale): string {
  return formatter(amount.currency, locale).format(numeric(toDecimal(amount)));
}

const formatters = new Map<string, Intl.NumberFormat>();

// Making a NumberFormat costs some 50 µs and a listing shows dozens of prices.
function formatter(currency: CurrencyCode, locale: Locale): Intl.NumberFormat {
  const key = `${currency} ${locale}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, { style: 'currency', currency });
  formatters.set(key, made);
  return made;
}

function numeric(decimal: string): Intl.StringNumericLiteral {
  if (!isNumeric(decimal)) throw new TypeError(`"${decimal}" is not a decimal`);
  return decimal;
}

function isNumeric(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(text);
}
