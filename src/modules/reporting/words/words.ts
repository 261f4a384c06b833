import { localeOf } from '../../../kernel/index.ts';
import { type Names, namesOf, SPOKEN, type Spoken } from '../../analytics/index.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import type { ReportingWords } from './reporting-words.ts';

/** The languages in which reports and alerts are written: those of the team. */
export const LANGUAGES = SPOKEN;
export type Language = Spoken;

const WORDS: Readonly<Record<Language, ReportingWords>> = {
  ...{ en: english, de: german, fr: french, es: spanish },
};
const REGIONS: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR', es: 'es-ES' };

/** What a language says, and what it calls things. */
export function spokenIn(language: Language): { readonly words: ReportingWords; readonly names: Names } {
  return { words: WORDS[language], names: namesOf(language) };
}

/** As whom dates and numbers are written. */
export function writtenAs(language: Language) {
  return localeOf(REGIONS[language]);
}
