import { type CurrencyCode, parseCurrency } from '../../kernel/index.ts';

/** What a rule may ask about, and in which kind of values. `text` also for an option of the variants. */
export type Field =
  | { readonly kind: 'text' | 'path' | 'status' | 'number' | 'open'; readonly name: string }
  | { readonly kind: 'money'; readonly name: string; readonly currency: CurrencyCode };

const PLAIN: ReadonlyMap<string, 'text' | 'path' | 'status' | 'number'> = new Map([
  ['title', 'text'],
  ['type', 'text'],
  ['brand', 'text'],
  ['tag', 'text'],
  ['category', 'path'],
  ['status', 'status'],
  ['discount_percent', 'number'],
  ['stock', 'number'],
  ['age_days', 'number'],
  ['sales_30d', 'number'],
]);

/** Fields whose value moves with the clock alone: their collections are looked at every hour. */
export const TIME_FIELDS: readonly string[] = ['age_days'];

/** Every field by name; the last four take a currency, an attribute's key or an option's name. */
export const FIELD_NAMES: readonly string[] = [
  ...PLAIN.keys(),
  'price:CUR',
  'compare_at:CUR',
  'attribute:KEY',
  'variant_option:NAME',
];

/**
 * The field of this name in its canonical form, or `undefined` when rules know none: `price:eur` is `price:EUR`,
 * `variant_option:Size` is `variant_option:size`.
 */
export function fieldOf(name: string): Field | undefined {
  const plain = PLAIN.get(name);
  if (plain !== undefined) return { kind: plain, name };
  const colon = name.indexOf(':');
  if (colon < 0) return undefined;
  const [family, key] = [name.slice(0, colon), name.slice(colon + 1)];
  if (family === 'price' || family === 'compare_at') {
    const currency = parseCurrency(key);
    return currency && { kind: 'money', name: `${family}:${currency}`, currency };
  }
  if (family === 'attribute') {
    return /^[a-z][a-z0-9_]{0,59}$/.test(key) ? { kind: 'open', name } : undefined;
  }
  if (family === 'variant_option') {
    const option = optionField(key);
    return key.trim() === '' || key.length > 255 ? undefined : { kind: 'text', name: option };
  }
  return undefined;
}

/** The field of an option: names that differ only in case or outer spaces are one option to a shopper. */
export function optionField(optionName: string): string {
  return `variant_option:${optionName.normalize('NFC').trim().toLowerCase()}`;
}

export type Operator =
  | 'equal_to'
  | 'not_equal_to'
  | 'one_of'
  | 'none_of'
  | 'containing'
  | 'not_containing'
  | 'starting_with'
  | 'ending_with'
  | 'less_than'
  | 'at_most'
  | 'more_than'
  | 'at_least'
  | 'between'
  | 'set'
  | 'not_set';

const CHOICE = ['equal_to', 'not_equal_to', 'one_of', 'none_of'] as const;
const PARTS = ['containing', 'not_containing', 'starting_with', 'ending_with'] as const;
const ORDER = ['less_than', 'at_most', 'more_than', 'at_least', 'between'] as const;
const PRESENCE = ['set', 'not_set'] as const;

/** The operators that make sense for values of a kind. */
export const OPERATORS: Readonly<Record<Field['kind'], readonly Operator[]>> = {
  text: [...CHOICE, ...PARTS, ...PRESENCE],
  path: [...CHOICE, ...PRESENCE],
  status: CHOICE,
  number: [...CHOICE, ...ORDER],
  money: [...CHOICE, ...ORDER, ...PRESENCE],
  open: [...CHOICE, ...PARTS, ...ORDER, ...PRESENCE],
};

/** What an operator expects as its value. */
export function valueShape(operator: Operator): 'none' | 'one' | 'list' | 'pair' {
  if (operator === 'set' || operator === 'not_set') return 'none';
  if (operator === 'one_of' || operator === 'none_of') return 'list';
  return operator === 'between' ? 'pair' : 'one';
}

export function isOrder(operator: Operator): boolean {
  return ORDER.some((known) => known === operator);
}
