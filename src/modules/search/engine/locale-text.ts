import type { DocumentTexts } from '../document.ts';
import { FIELDS, occurrenceWeight, packFrequency } from './bm25f.ts';
import { Dictionary } from './dictionary.ts';
import { Postings } from './postings.ts';
import { stopWordsOf } from './text/stop-words.ts';
import { tokens } from './text/tokens.ts';

/** The text of all products in one locale: its words and where they stand. */
export class LocaleText {
  readonly locale: string;
  readonly dictionary: Dictionary;
  readonly postings: Postings;
  readonly stopWords: ReadonlySet<string>;
  readonly #frequencies = new Map<number, number>();

  constructor(
    locale: string,
    dictionary: Dictionary = new Dictionary(locale),
    postings: Postings = new Postings(),
  ) {
    this.locale = locale;
    this.dictionary = dictionary;
    this.postings = postings;
    this.stopWords = stopWordsOf(locale);
  }

  /** Indexes a product's text under a slot that is higher than all before. */
  add(slot: number, texts: DocumentTexts): void {
    const frequencies = this.#frequencies;
    frequencies.clear();
    for (const field of FIELDS) {
      const words = field.texts(texts).flatMap((text) => (text === '' ? [] : tokens(text)));
      const weight = occurrenceWeight(field, words.length);
      for (const word of words) {
        if (field.isProse && this.stopWords.has(word)) continue;
        const number = this.dictionary.add(word);
        frequencies.set(number, (frequencies.get(number) ?? 0) + weight);
      }
    }
    for (const [number, frequency] of frequencies) this.postings.add(number, slot, packFrequency(frequency));
  }
}
