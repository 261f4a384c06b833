import { messagesOf } from '../../../platform/cockpit/text/index.ts';
import type { en } from './messages/en.ts';

export const decisionWords = () => messagesOf<typeof en>('decisions');

/** What a key is called; another module's, which nobody has words for here, by its own name. */
export function named(texts: Readonly<Record<string, string>>, key: string): string {
  return texts[key] ?? key.replaceAll('_', ' ');
}
