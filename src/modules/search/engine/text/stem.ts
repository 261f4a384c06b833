import { stemEnglish } from './stem-english.ts';
import { stemGerman } from './stem-german.ts';

/** A word of the language without its plural and case endings; a language without a stemmer keeps its words. */
export type Stemmer = (word: string) => string;

/** The stemmer of a locale's language: `de-AT` is German. */
export function stemmerOf(locale: string): Stemmer {
  const language = locale.split('-')[0];
  if (language === 'en') return stemEnglish;
  if (language === 'de') return stemGerman;
  return (word) => word;
}

const JOINING: ReadonlySet<string> = new Set(['de', 'nl', 'da', 'sv', 'nb', 'nn', 'no', 'fi']);

/** Whether the language writes compounds as one word, as German does: a Tischlampe is a Lampe. */
export function joinsWords(locale: string): boolean {
  return JOINING.has(locale.split('-')[0] ?? '');
}
