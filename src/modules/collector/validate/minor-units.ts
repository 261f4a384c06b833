import { type CurrencyCode, divideRounded, minorDigits } from '../../../kernel/index.ts';

/**
 * A decimal text in the smallest units of a currency, halves away from zero: programs send `30.000000000000004`, and an
 * event is no invoice. `undefined` beyond what a number holds exactly.
 *
 * @example
 * minorUnits('19.995', 'EUR') // 2000
 */
export function minorUnits(decimal: string, currency: CurrencyCode): number | undefined {
  const [whole = '', part = ''] = decimal.replace('-', '').split('.');
  const scaled = BigInt(whole + part) * 10n ** BigInt(minorDigits(currency));
  const minor = Number(divideRounded(scaled, 10n ** BigInt(part.length)));
  if (!Number.isSafeInteger(minor)) return undefined;
  return decimal.startsWith('-') ? 0 - minor : minor;
}
