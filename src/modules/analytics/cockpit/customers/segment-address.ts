import { type Row, sizeOf } from '../report.ts';

/**
 * The form of a new segment, filled in with what makes a group: how long ago the last order was and how many there were. Of
 * those who buy lately no least number of days, and of those who buy most no most orders: both go on.
 *
 * @example segmentAddress('Loyal', row) // /segments/new?name=Loyal&ordersFrom=3&lastWithin=120&lastBefore=34
 */
export function segmentAddress(name: string, { of, values }: Pick<Row, 'of' | 'values'>): string {
  const number = (id: string) => sizeOf(values[id]);
  const parts = new URLSearchParams({ name, ordersFrom: String(number('orders_from')) });
  if (!ENDLESS.has(of['segment'] ?? '')) parts.set('ordersTo', String(number('orders_to')));
  // A day is over when the next begins: who ordered 34 days ago did so within 35.
  parts.set('lastWithin', String(number('days_to') + 1));
  if (!LATEST.has(of['segment'] ?? '')) parts.set('lastBefore', String(number('days_from')));
  return `/segments/new?${parts}`;
}

/** Groups of those who buy most: tomorrow they will have bought more. */
const ENDLESS: ReadonlySet<string> = new Set(['champions', 'loyal', 'cannot_lose']);
/** Groups of those who bought just now: tomorrow that is a day more. */
const LATEST: ReadonlySet<string> = new Set(['champions', 'new', 'potential_loyalists']);
