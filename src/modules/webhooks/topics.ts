import type { Topic } from '../../platform/outbox/index.ts';

/** What others may hear of. What carries codes or opens something is not among them. */
export const TOPICS = [
  'orders.placed',
  'orders.paid',
  'orders.captured',
  'orders.payment_failed',
  'orders.cancelled',
  'orders.edited',
  'orders.fulfilled',
  'orders.delivered',
  'orders.refunded',
  'orders.return_changed',
  'orders.returned',
  'orders.withdrawn',
  'catalog.products_changed',
  'catalog.products_removed',
  'inventory.levels_changed',
  'purchasing.order_changed',
  'purchasing.goods_received',
  'customers.changed',
  'customers.erased',
  'reporting.alert_fired',
  'reporting.alert_recovered',
  'decisions.proposed',
  'decisions.applied',
  'decisions.lost_mandate',
] as const satisfies readonly Topic[];

export type PublicTopic = (typeof TOPICS)[number];

/** Whether a subscription to `pattern` hears of `topic`: the same, `orders.*`, or `*`. */
export function hears(pattern: string, topic: PublicTopic): boolean {
  if (pattern === '*' || pattern === topic) return true;
  return pattern.endsWith('.*') && topic.startsWith(pattern.slice(0, -1));
}

/** Whether anything at all would be heard. */
export function isPattern(pattern: string): boolean {
  return TOPICS.some((topic) => hears(pattern, topic));
}
