import { type CurrencyCode, type Locale, money, toDecimal, moneyText as write } from '../../kernel/index.ts';
import type { MoneyText } from './model/index.ts';

/** `1999n` euros are `{ text: '€19.99', decimal: '19.99' }` in English. */
export function moneyText(minor: bigint, currency: CurrencyCode, locale: Locale): MoneyText {
  const amount = money(minor, currency);
  return { text: write(amount, locale), decimal: toDecimal(amount) };
}
