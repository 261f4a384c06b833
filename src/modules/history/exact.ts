import { type CurrencyCode, divideRounded, type Money, minorDigits, money } from '../../kernel/index.ts';

const PLACES = 6;

/**
 * A plain decimal as millionths: `2.55` is 2550000. `undefined` when it has more than six places, or more than twelve digits
 * before them: nothing is rounded on the way in.
 */
export function millionthsOf(decimal: string): bigint | undefined {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(decimal);
  if (match === null) return undefined;
  const [, sign, whole = '', places = ''] = match;
  const kept = places.length > PLACES ? places.replace(/0+$/, '') : places;
  if (kept.length > PLACES || whole.replace(/^0+/, '').length > 12) return undefined;
  const amount = BigInt(whole + kept.padEnd(PLACES, '0'));
  return sign === '-' ? -amount : amount;
}

/** Millionths as a plain decimal to the last place that is not zero: 9747747934000 is `9747747.934`. */
export function exactText(millionths: bigint): string {
  const sign = millionths < 0n ? '-' : '';
  const digits = (millionths < 0n ? -millionths : millionths).toString().padStart(PLACES + 1, '0');
  const places = digits.slice(-PLACES).replace(/0+$/, '');
  return `${sign}${digits.slice(0, -PLACES)}${places === '' ? '' : `.${places}`}`;
}

/** What a sum comes to in the currency: rounded here, once, halves away from zero. */
export function roundedMoney(millionths: bigint, currency: CurrencyCode): Money {
  return money(divideRounded(millionths, 10n ** BigInt(PLACES - minorDigits(currency))), currency);
}
