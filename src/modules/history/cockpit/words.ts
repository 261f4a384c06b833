import { messagesOf, writtenIn } from '../../../platform/cockpit/text/index.ts';
import type { en } from './messages/en.ts';

export const historyWords = () => messagesOf<typeof en>('history');

/** @example namedIn({ shopify: 'Shopify' }, 'shopify') // Shopify */
export function namedIn(names: Readonly<Record<string, string>>, id: string): string {
  return Object.hasOwn(names, id) ? (names[id] ?? id) : id;
}

/** @example dayOf('2024-01-10') // 10 Jan 2024 */
export function dayOf(day: string): string {
  const format = new Intl.DateTimeFormat(writtenIn().region, { dateStyle: 'medium', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
