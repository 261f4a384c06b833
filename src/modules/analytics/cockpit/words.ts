import { messagesOf } from '../../../platform/cockpit/text/index.ts';
import { definitionIn } from '../language/definitions/definitions.ts';
import type { en } from './messages/en.ts';

export const analyticsWords = () => messagesOf<typeof en>('analytics');
export type AnalyticsWords = ReturnType<typeof analyticsWords>;

export { nameIn as wordOf } from '../language/names/names.ts';

/** What a number is, in the person's language. */
export function definitionOf(english: string): string {
  return definitionIn(analyticsWords().definitions, english);
}
