import { fallbacksOf, type Locale } from '../../../kernel/index.ts';
import { german } from './de.ts';
import { english, type MailWords } from './en.ts';

const LANGUAGES: ReadonlyMap<string, MailWords> = new Map([
  ['en', english],
  ['de', german],
]);

/** The languages in which mails are written; others read the next that they fall back to. */
export const MAIL_LANGUAGES: readonly string[] = [...LANGUAGES.keys()];

/** The words of this language, or of the next that it falls back to, or English: `de-AT` reads German. */
export function wordsOf(locale: Locale): MailWords {
  const known = fallbacksOf(locale).find((fallback) => LANGUAGES.has(fallback));
  return LANGUAGES.get(known ?? '') ?? english;
}
