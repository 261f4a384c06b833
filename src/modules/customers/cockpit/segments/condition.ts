import type { Asking } from '../../../../platform/cockpit/api/index.ts';
import { textIn } from '../../../../platform/cockpit/state/index.ts';

export type Rule = Asking<'previewSegment'>['body']['rule'];
export type Condition = Rule['conditions'][number];
export type Field = Condition['field'];

export const FIELDS: readonly Field[] = [
  ...(['orders', 'spent', 'last_order', 'first_order', 'market'] as const),
  ...(['country', 'tag', 'marketing', 'account'] as const),
];

/** What a field is asked with at first. */
export function newCondition(field: Field, currency: string): Condition {
  switch (field) {
    case 'orders':
      return { field, is: 'at_least', count: 2 };
    case 'spent':
      return { field, is: 'at_least', minor: '10000', currency };
    case 'last_order':
      return { field, is: 'within', days: 90 };
    case 'first_order':
      return { field, is: 'within', days: 30 };
    case 'market':
    case 'country':
    case 'tag':
      return { field, is: 'is', value: '' };
    case 'marketing':
      return { field, is: 'given' };
    case 'account':
      return { field, is: 'has' };
  }
}

const WAYS = {
  ...{ orders: ['at_least', 'at_most'], spent: ['at_least', 'at_most'] },
  ...{ last_order: ['within', 'longer_ago'], first_order: ['within', 'longer_ago'] },
  ...{ market: ['is', 'is_not'], country: ['is', 'is_not'], tag: ['is', 'is_not'] },
  ...{ marketing: ['given', 'not_given'], account: ['has', 'has_not'] },
} as const satisfies Readonly<Record<Field, readonly Condition['is'][]>>;

export function waysOf(field: Field): readonly Condition['is'][] {
  return WAYS[field];
}

/** The same condition the other way round; a way that its field does not know changes nothing. */
export function asked(condition: Condition, is: string): Condition {
  const way = waysOf(condition.field).find((one) => one === is);
  // The ways of a field are those of its condition, which the types of a union cannot say.
  return way === undefined ? condition : ({ ...condition, is: way } as Condition);
}

/** Whether enough is said for the API to understand it. */
export function isWhole(condition: Condition): boolean {
  return !('value' in condition) || condition.value.trim() !== '';
}

/**
 * Conditions that another screen fills the form of a new segment with: how many orders there were, and within or before how
 * many days the last one was.
 *
 * @example conditionsIn({ ordersFrom: '3', lastWithin: '90' })
 */
export function conditionsIn(query: Readonly<Record<string, unknown>>): readonly Condition[] {
  const number = (name: string, least: number, most: number) => {
    const value = Number(textIn(query, name) || Number.NaN);
    return Number.isInteger(value) && value >= least && value <= most ? [value] : [];
  };
  const orders = (name: string) => number(name, 0, 1_000_000);
  const days = (name: string) => number(name, 1, 3_650);
  return [
    ...orders('ordersFrom').map((count) => ({ field: 'orders', is: 'at_least', count }) as const),
    ...orders('ordersTo').map((count) => ({ field: 'orders', is: 'at_most', count }) as const),
    ...days('lastWithin').map((within) => ({ field: 'last_order', is: 'within', days: within }) as const),
    ...days('lastBefore').map((before) => ({ field: 'last_order', is: 'longer_ago', days: before }) as const),
  ];
}
