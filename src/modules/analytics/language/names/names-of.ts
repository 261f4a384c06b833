import { DEFINITIONS as GERMAN_DEFINITIONS } from '../definitions/de.ts';
import { type Definitions, definitionIn } from '../definitions/definitions.ts';
import { DEFINITIONS as SPANISH_DEFINITIONS } from '../definitions/es.ts';
import { DEFINITIONS as FRENCH_DEFINITIONS } from '../definitions/fr.ts';
import { NAMES as GERMAN } from './de.ts';
import { NAMES as ENGLISH } from './en.ts';
import { NAMES as SPANISH } from './es.ts';
import { NAMES as FRENCH } from './fr.ts';
import type { Names } from './names.ts';

/** The languages in which numbers have names: those of the team. */
export const SPOKEN = ['en', 'de', 'fr', 'es'] as const;
export type Spoken = (typeof SPOKEN)[number];

const NAMES: Readonly<Record<Spoken, Names>> = { en: ENGLISH, de: GERMAN, fr: FRENCH, es: SPANISH };

/** All names of a language. Browsers load the one that they need. */
export function namesOf(language: Spoken): Names {
  return NAMES[language];
}

const DEFINITIONS: Readonly<Record<Spoken, Definitions>> = {
  ...{ en: {}, de: GERMAN_DEFINITIONS, fr: FRENCH_DEFINITIONS, es: SPANISH_DEFINITIONS },
};

/**
 * What a definition says in a language, by its English text.
 *
 * @example definedIn('de', 'Ad spend ÷ clicks.') // 'Werbekosten ÷ Klicks.'
 */
export function definedIn(language: Spoken, english: string): string {
  return definitionIn(DEFINITIONS[language], english);
}
