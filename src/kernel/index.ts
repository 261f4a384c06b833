export { type FoundCardNumber, findCardNumbers } from './card-numbers.ts';
export { type CurrencyCode, currencyOf, minorDigits, parseCurrency } from './currency.ts';
export { earliest, nextMidnight } from './day.ts';
export { type Id, idFrom, parseId } from './id.ts';
export { fallbacksOf, type Locale, localeOf, parseLocale } from './locale.ts';
export {
  add,
  compare,
  divideRounded,
  fromDecimal,
  type Money,
  money,
  multiplyRate,
  split,
  splitMinor,
  subtract,
  toDecimal,
} from './money.ts';
export { moneyText } from './money-text.ts';
export { expectOk, ok, type Refusal, type Result, refuse } from './result.ts';
export { slug } from './text.ts';
