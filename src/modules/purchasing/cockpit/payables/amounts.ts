import { currencyOf, fromDecimal, money, parseCurrency, toDecimal } from '../../../../kernel/index.ts';

/** What was typed, in minor units; nothing where it is no amount of the currency. */
export function minorOf(amount: string, currency: string): bigint | undefined {
  const code = parseCurrency(currency);
  return code && fromDecimal(amount, code)?.minor;
}

/** Minor units as the API takes them: `12.50`. */
export function amountOf(minor: bigint, currency: string): string {
  return toDecimal(money(minor, currencyOf(currency)));
}

/** An invoice or a credit that may be paid, as it stands. */
export type Payable = {
  readonly id: string;
  readonly kind: 'goods' | 'charges' | 'credit';
  readonly number: string;
  readonly currency: string;
  readonly open?: { readonly amount: string } | undefined;
  readonly discount?: { readonly until: string; readonly amount?: { readonly amount: string } | undefined };
};

export type Paid = { readonly isOn: boolean; readonly amount: string; readonly discount: string };

/** What is paid of an invoice on a day unless somebody says otherwise: all of it, less what may be taken off then. */
export function wholeOf({ open, discount, currency }: Payable, paidOn: string): Omit<Paid, 'isOn'> {
  const left = minorOf(open?.amount ?? '0', currency) ?? 0n;
  const whole = left < 0n ? -left : left;
  const isEarly = discount !== undefined && paidOn <= discount.until;
  const off = isEarly ? (minorOf(discount.amount?.amount ?? '0', currency) ?? 0n) : 0n;
  const taken = off < whole ? off : 0n;
  return {
    amount: amountOf(whole - taken, currency),
    discount: taken === 0n ? '' : amountOf(taken, currency),
  };
}

/** What all that is chosen comes to, credits taken off; nothing where something typed is no amount. */
export function totalOf(
  chosen: readonly (readonly [Pick<Payable, 'kind' | 'currency'>, Paid])[],
): bigint | undefined {
  let sum = 0n;
  for (const [{ kind, currency }, { isOn, amount }] of chosen) {
    if (!isOn) continue;
    const minor = minorOf(amount, currency);
    if (minor === undefined) return undefined;
    sum += kind === 'credit' ? -minor : minor;
  }
  return sum;
}
