import { parseAmount } from '../../../../platform/cockpit/form/index.ts';

export const KINDS = ['lower_percent', 'raise_percent', 'lower', 'raise', 'set', 'margin'] as const;
export const ROUNDINGS = ['none', '99', '95', '90', '00'] as const;
export const COMPARE_AT = ['keep', 'price_before', 'remove'] as const;

/** A rule as it is typed. */
export type Rule = {
  readonly kind: (typeof KINDS)[number];
  readonly value: string;
  readonly rounding: (typeof ROUNDINGS)[number];
  readonly compareAt: (typeof COMPARE_AT)[number];
};

export const NEW_RULE: Rule = { kind: 'lower_percent', value: '', rounding: 'none', compareAt: 'keep' };

/** Whether its value is a percentage; else it is an amount. */
export function isPercent(kind: Rule['kind']): boolean {
  return kind === 'lower_percent' || kind === 'raise_percent' || kind === 'margin';
}

/** As the API takes it; undefined while the value is none. */
export function ruleBody({ kind, value, rounding, compareAt }: Rule, currency: string) {
  const change = changeOf(kind, value, currency);
  return change === undefined ? undefined : { change, rounding, compareAt };
}

function changeOf(kind: Rule['kind'], value: string, currency: string) {
  if (kind === 'lower' || kind === 'raise' || kind === 'set') {
    const amount = parseAmount(value, currency);
    return amount === undefined ? undefined : { kind, amount: { amount, currency } };
  }
  const rateMillionths = millionthsOf(value);
  if (rateMillionths === undefined) return undefined;
  if (kind === 'margin') return rateMillionths > 990_000 ? undefined : ({ kind, rateMillionths } as const);
  const signed = kind === 'lower_percent' ? -rateMillionths : rateMillionths;
  return signed < -1_000_000 ? undefined : ({ kind: 'percent', rateMillionths: signed } as const);
}

/** `12,5` percent are 125,000 millionths; at most four digits after the point. */
export function millionthsOf(percent: string): number | undefined {
  const parts = /^(\d{1,3})(?:[.,](\d{1,4}))?$/.exec(percent.trim());
  if (parts === null) return undefined;
  const [, whole = '0', part = ''] = parts;
  const millionths = Number(whole) * 10_000 + Number(part.padEnd(4, '0'));
  return millionths === 0 ? undefined : millionths;
}
