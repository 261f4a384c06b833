import type { Told } from '../../../../platform/cockpit/api/index.ts';

export type Settled = Told<'readSettlement'>;
export type SettledDay = Settled['days'][number];
export type Part = keyof SettledDay['parts'];
export type OpenSum = Settled['open'][number];

/** In the order in which money gets home. */
export const PARTS: readonly Part[] = [
  ...(['paid_out', 'fees', 'at_provider', 'owed', 'disputed', 'lost', 'credit', 'given'] as const),
];

type Amount = { readonly amount: string; readonly currency: string };

/** Exact: decimals of one currency have as many digits. @example sumOf([0.10, 0.20]) // 0.30 */
export function sumOf(amounts: readonly Amount[], currency: string): Amount {
  const digits = Math.max(0, ...amounts.map(({ amount }) => amount.split('.')[1]?.length ?? 0));
  const units = amounts.reduce((sum, { amount }) => sum + BigInt(amount.replace('.', '')), 0n);
  const isBelow = units < 0n;
  const text = (isBelow ? -units : units).toString().padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const rest = digits === 0 ? '' : `.${text.slice(-digits)}`;
  return { amount: `${isBelow ? '-' : ''}${whole}${rest}`, currency };
}

/** What there is anything of, the shop's own first. */
export function currenciesOf({ days, open, differences }: Settled, own: string): readonly string[] {
  const found = new Set([
    ...days.map(({ sold }) => sold.currency),
    ...open.map(({ amount }) => amount.currency),
    ...differences.map(({ ours }) => ours.currency),
  ]);
  return [...found].toSorted((a, b) => Number(b === own) - Number(a === own) || (a < b ? -1 : 1));
}

export function isZero({ amount }: Amount): boolean {
  return /^-?[0.]+$/.test(amount);
}
