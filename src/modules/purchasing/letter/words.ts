import { fallbacksOf, type Locale } from '../../../kernel/index.ts';
import type { LetterWords } from './letter-words.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';

const WORDS: Readonly<Record<string, LetterWords>> = { en, de, fr, es };

/** The words of the nearest language that there are, else English. */
export function letterWords(locale: Locale): LetterWords {
  for (const one of fallbacksOf(locale)) {
    const found = WORDS[one];
    if (found !== undefined) return found;
  }
  return en;
}

export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
