import { fallbacksOf, type Locale } from '../../../kernel/index.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';

/** What stands on a purchase order and in the mails about it. `{number}`, `{shop}` and `{day}` are filled in. */
export type LetterWords = {
  readonly purchaseOrder: string;
  readonly supplier: string;
  readonly deliverTo: string;
  readonly orderedOn: string;
  readonly deliverBy: string;
  readonly incoterm: string;
  readonly payment: string;
  readonly paymentDays: string;
  readonly item: string;
  readonly yourNumber: string;
  readonly ourNumber: string;
  readonly quantity: string;
  readonly price: string;
  readonly per: string;
  readonly amount: string;
  readonly total: string;
  readonly note: string;
  readonly quoteNumber: string;
  readonly subject: string;
  readonly title: string;
  readonly text: string;
  readonly pleaseConfirm: string;
  readonly soonerSubject: string;
  readonly soonerTitle: string;
  readonly soonerText: string;
};

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
