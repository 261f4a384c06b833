import { type CurrencyCode, type Locale, money, toDecimal } from '../../kernel/index.ts';
import type { MoneyText } from './model.ts';

/** `1999n` euros are `{ text: '€19.99', decimal: '19.99' }` in English: the exact digits, never through a float. */
export function moneyText(minor: bigint, currency: CurrencyCode, locale: Locale): MoneyText {
  const decimal = toDecimal(money(minor, currency));
  // NumberFormat reads a decimal string exactly (ECMA-402, Intl mathematical values).
  return { text: formatter(currency, locale).format(numeric(decimal)), decimal };
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
