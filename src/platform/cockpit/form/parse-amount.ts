import { minorDigits, parseCurrency } from '../../../kernel/index.ts';
import { writtenIn } from '../text/index.ts';

const GROUPED = /^[1-9]\d{0,2}(\.\d{3}|,\d{3})+$/;

/**
 * What somebody typed as an amount, as the API takes it: `1.234,5` and `1,234.5` are `1234.50` in euro; `undefined` for
 * what is none. The last of point and comma parts the fraction, when at most as many figures follow as the currency has;
 * else they part thousands. Where the region's own decimal mark stands before three figures (`1.234` in Britain), nobody
 * knows whether a fraction or thousands are meant, and it is none, rather than wrong by a factor of a thousand.
 */
export function parseAmount(
  typed: string,
  currency: string,
  region: string = writtenIn().region,
): string | undefined {
  const code = parseCurrency(currency);
  if (code === undefined) return undefined;
  const text = typed.replaceAll(/[\s'’]/g, '');
  if (!/^-?[\d.,]*\d[\d.,]*$/.test(text)) return undefined;
  const digits = minorDigits(code);
  const sign = text.startsWith('-') ? '-' : '';
  const unsigned = text.slice(sign.length);
  const last = Math.max(unsigned.lastIndexOf('.'), unsigned.lastIndexOf(','));
  const after = unsigned.slice(last + 1);
  const isFraction = last >= 0 && after.length <= digits;
  const whole = isFraction ? unsigned.slice(0, last) : unsigned;
  if (!isFraction && last >= 0 && isOneMark(whole) && whole[last] === decimalMark(region)) return undefined;
  if (/[.,]/.test(whole) && !isGrouped(whole, isFraction ? unsigned[last] : undefined)) return undefined;
  const figures = whole.replaceAll(/[.,]/g, '').replace(/^0+(?=\d)/, '') || '0';
  const fraction = isFraction ? after.padEnd(digits, '0') : '0'.repeat(digits);
  return `${sign}${figures}${digits > 0 ? `.${fraction}` : ''}`;
}

/**
 * The same of what is being typed in a region. Currencies of three decimals (dinar) are the only ones of which `1.234` is
 * an amount of the API and, in Germany, a thousand: a person is read as their region writes.
 */
export function typedAmount(typed: string, currency: string, region: string): string | undefined {
  const code = parseCurrency(currency);
  const text = typed.trim();
  const mark = text.replaceAll(/[^.,]/g, '');
  const isThousand = mark.length === 1 && mark !== decimalMark(region) && GROUPED.test(text.replace('-', ''));
  const isDinar = code !== undefined && minorDigits(code) === 3;
  return parseAmount(isDinar && isThousand ? text.replace(mark, '') : typed, currency, region);
}

/** `12.50` as people of a region write it: `12,50` in Germany. What is no amount of the API stays as it is. */
export function amountAsWritten(amount: string, region: string): string {
  return /^-?\d+\.\d+$/.test(amount) ? amount.replace('.', decimalMark(region)) : amount;
}

function isOneMark(text: string): boolean {
  return text.replaceAll(/[^.,]/g, '').length === 1;
}

/** Thousands are parted by one kind of mark, every three figures, and not by the one that parts the fraction. */
function isGrouped(whole: string, fractionMark: string | undefined): boolean {
  const marks = new Set(whole.replaceAll(/\d/g, ''));
  return GROUPED.test(whole) && marks.size === 1 && !(fractionMark && marks.has(fractionMark));
}

function decimalMark(region: string): string {
  const parts = new Intl.NumberFormat(region).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}
