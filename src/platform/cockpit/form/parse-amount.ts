import { minorDigits, parseCurrency } from '../../../kernel/index.ts';

/**
 * What somebody typed as an amount, as the API takes it: `1.234,5` and `1,234.5` are `1234.50` in euro; `undefined` for
 * what is none. The last of point and comma parts the fraction, when at most as many figures follow as the currency has.
 */
export function parseAmount(typed: string, currency: string): string | undefined {
  const code = parseCurrency(currency);
  if (code === undefined) return undefined;
  const text = typed.replaceAll(/[\s'’]/g, '');
  if (!/^-?[\d.,]*\d[\d.,]*$/.test(text)) return undefined;
  const digits = minorDigits(code);
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const after = last < 0 ? '' : text.slice(last + 1);
  const isFraction = last >= 0 && after.length <= digits && digits > 0;
  const whole = (isFraction ? text.slice(0, last) : text).replaceAll(/[.,]/g, '');
  if (last >= 0 && !isFraction && after.length !== 3) return undefined;
  const fraction = isFraction ? after.padEnd(digits, '0') : '0'.repeat(digits);
  const sign = whole.startsWith('-') ? '-' : '';
  const figures = whole.replace('-', '').replace(/^0+(?=\d)/, '') || '0';
  return `${sign}${figures}${digits > 0 ? `.${fraction}` : ''}`;
}

/** `12.50` as people of a region write it: `12,50` in Germany. What is no amount of the API stays as it is. */
export function amountAsWritten(amount: string, region: string): string {
  if (!/^-?\d+\.\d+$/.test(amount)) return amount;
  const parts = new Intl.NumberFormat(region).formatToParts(1.5);
  return amount.replace('.', parts.find(({ type }) => type === 'decimal')?.value ?? '.');
}
