import { messagesOf } from '../../../platform/cockpit/text/index.ts';
import type { en } from './messages/en.ts';

export const analyticsWords = () => messagesOf<typeof en>('analytics');
export type AnalyticsWords = ReturnType<typeof analyticsWords>;

/**
 * The word for what the API names by an id; a newer one that nobody has translated yet is read from its id.
 *
 * @example wordOf({ net_sales: 'Net sales' }, 'units_returned') // Units returned
 */
export function wordOf(words: Readonly<Record<string, string>>, id: string): string {
  const known = words[id];
  if (known !== undefined) return known;
  const text = id.replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
