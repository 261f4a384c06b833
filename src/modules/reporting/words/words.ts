import { localeOf } from '../../../kernel/index.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { NAMES as GERMAN } from './names/de.ts';
import { NAMES as ENGLISH } from './names/en.ts';
import { NAMES as SPANISH } from './names/es.ts';
import { NAMES as FRENCH } from './names/fr.ts';
import type { Names } from './names/names.ts';
import type { ReportingWords } from './reporting-words.ts';

/** The languages in which reports and alerts are written: those of the team. */
export const LANGUAGES = ['en', 'de', 'fr', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

const SPOKEN: Readonly<Record<Language, { readonly words: ReportingWords; readonly names: Names }>> = {
  en: { words: english, names: ENGLISH },
  de: { words: german, names: GERMAN },
  fr: { words: french, names: FRENCH },
  es: { words: spanish, names: SPANISH },
};
const REGIONS: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR', es: 'es-ES' };

/** What a language says, and what it calls things. */
export function spokenIn(language: Language): { readonly words: ReportingWords; readonly names: Names } {
  return SPOKEN[language];
}

/** As whom dates and numbers are written. */
export function writtenAs(language: Language) {
  return localeOf(REGIONS[language]);
}
