import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { countOf, moneyOf, percentOf } from '../../../../platform/cockpit/text/index.ts';

/** Why a number changed, as the API tells it. */
export type Explanation = Told<'explainChange'>;
export type Factor = Explanation['factors'][number];
export type Breakdown = Explanation['breakdowns'][number];
export type Segment = Breakdown['segments'][number];
export type Finding = Explanation['findings'][number];

export const EXPLAINED = ['net_sales', 'contribution_margin_1', 'orders'] as const;
export type Explained = (typeof EXPLAINED)[number];

export function explainedIn(text: string): Explained {
  return EXPLAINED.find((one) => one === text) ?? 'net_sales';
}

/** An amount of what is explained: money, or orders. */
export function amountText(of: string, amount: string, currency: string): string {
  return of === 'orders' ? countOf(amount) : moneyOf({ amount, currency });
}

/** The same with its sign: `+€12.00`, `−€3.50`. */
export function signedText(of: string, amount: string, currency: string): string {
  const isLess = amount.startsWith('-');
  const sign = isLess ? '−' : Number(amount) === 0 ? '' : '+';
  return sign + amountText(of, isLess ? amount.slice(1) : amount, currency);
}

const MONEY: readonly string[] = ['order_value', 'returns'];
const SHARES: readonly string[] = ['conversion', 'margin_rate'];

/** What a factor was, in its own unit; `–` where there was nothing to divide by. */
export function factorText(factor: Factor['factor'], value: Factor['before'], currency: string): string {
  if (value === null) return '–';
  if (MONEY.includes(factor)) return moneyOf({ amount: String(value), currency });
  return SHARES.includes(factor) ? percentOf(Number(value), 2) : countOf(value);
}
