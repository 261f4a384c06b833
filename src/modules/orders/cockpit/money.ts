import {
  add,
  currencyOf,
  fromDecimal,
  type Money,
  money,
  subtract,
  toDecimal,
} from '../../../kernel/index.ts';
import type { ApiMoney } from '../../../platform/cockpit/text/index.ts';

/** Amounts of the API are reckoned with as whole minor units, never as floating numbers. */
export function moneyFrom({ amount, currency }: ApiMoney): Money {
  const code = currencyOf(currency);
  const parsed = fromDecimal(amount, code);
  if (parsed === undefined) throw new RangeError(`"${amount}" is no amount`);
  return parsed;
}

export function minus(a: ApiMoney, b: ApiMoney): ApiMoney {
  const left = subtract(moneyFrom(a), moneyFrom(b));
  const kept = left.minor < 0n ? money(0n, left.currency) : left;
  return { amount: toDecimal(kept), currency: kept.currency };
}

export function plus(a: ApiMoney, b: ApiMoney): ApiMoney {
  const sum = add(moneyFrom(a), moneyFrom(b));
  return { amount: toDecimal(sum), currency: sum.currency };
}

export function isZero(of: ApiMoney): boolean {
  return moneyFrom(of).minor === 0n;
}

export function times(of: ApiMoney, count: number): ApiMoney {
  const { minor, currency } = moneyFrom(of);
  return { amount: toDecimal(money(minor * BigInt(count), currency)), currency };
}

export function isMore(one: ApiMoney, other: ApiMoney): boolean {
  return moneyFrom(one).minor > moneyFrom(other).minor;
}
