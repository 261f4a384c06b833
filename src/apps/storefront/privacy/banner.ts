import type { Locale } from '../../../kernel/index.ts';
import { type MessageKey, message } from '../messages/index.ts';

/** Another text is another version: whoever changes what the banner says changes this too. */
const VERSION = '2026-11-27';

/** What the banner and the page of choices say, in their order: both show the same texts. */
const TEXTS = [
  'consent.title',
  'consent.text',
  'consent.reject',
  'consent.accept',
] as const satisfies readonly MessageKey[];

/** What was on the screen when somebody decided, for the proof of it (GDPR, article 7(1)). */
export function shownText(locale: Locale) {
  return { version: VERSION, locale, text: TEXTS.map((key) => message(locale, key)).join('\n') };
}
