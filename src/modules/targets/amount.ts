import {
  type CurrencyCode,
  fromDecimal,
  money,
  ok,
  type Refusal,
  type Result,
  refuse,
  toDecimal,
} from '../../kernel/index.ts';
import type { Kpi } from './kpi.ts';

/** Places of a share: it is kept in millionths. */
const SHARE_PLACES = 6;
const MOST = 10n ** 15n;

/**
 * What a target is, from a decimal: minor units of money, a count, millionths of a share.
 *
 * @example readAmount(kpiOf('conversion_rate'), undefined, '0.025') // 25000n
 */
export function readAmount(
  { unit }: Pick<Kpi, 'unit'>,
  currency: CurrencyCode | undefined,
  text: string,
): Result<bigint, Refusal<'invalid_amount'>> {
  const amount = wholeOf(unit, currency, text);
  if (amount === undefined || amount <= 0n || amount > MOST || (unit === 'share' && amount > 1_000_000n)) {
    return refuse('invalid_amount', `"${text}" is nothing to aim at: ${WANTED[unit]}`, 'amount');
  }
  return ok(amount);
}

const WANTED = {
  money: 'give an amount above zero in the currency, such as 12000.50',
  count: 'give a whole number above zero',
  share: 'give a part of one with at most six places, such as 0.025 for 2.5 %',
} as const;

/** The same as a decimal. */
export function amountText(
  { unit }: Pick<Kpi, 'unit'>,
  currency: CurrencyCode | undefined,
  amount: bigint,
): string {
  if (unit === 'money' && currency !== undefined) return toDecimal(money(amount, currency));
  if (unit === 'count') return amount.toString();
  const [whole, places] = [amount / 1_000_000n, (amount % 1_000_000n).toString()];
  return `${whole}.${places.padStart(SHARE_PLACES, '0')}`.replace(/\.?0+$/, '');
}

function wholeOf(unit: Kpi['unit'], currency: CurrencyCode | undefined, text: string): bigint | undefined {
  if (unit === 'money') {
    return currency && fromDecimal(text, currency)?.minor;
  }
  const places = unit === 'share' ? SHARE_PLACES : 0;
  const [, whole = '', fraction = ''] = /^(\d{1,15})(?:\.(\d{1,6}))?$/.exec(text) ?? [];
  if (whole === '' || fraction.length > places) return undefined;
  return BigInt(whole + fraction.padEnd(places, '0'));
}
