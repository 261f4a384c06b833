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
