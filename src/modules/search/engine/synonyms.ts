import type { Synonym } from '../settings.ts';
import type { Stemmer } from './text/stem.ts';
import { stemmerOf } from './text/stem.ts';
import { queryTokens } from './text/tokens.ts';

/** The longest synonym in words. */
export const LONGEST_PHRASE = 5;

/** What each phrase of one locale may also be called: phrases as lists of words. */
export type SynonymTable = ReadonlyMap<string, readonly (readonly string[])[]>;

/**
 * The table of one locale's synonyms, looked up by {@link phraseKey}. Without a source each of the words stands for all
 * others; with one, only the source stands for the words.
 */
export function synonymTable(synonyms: readonly Synonym[], locale: string): SynonymTable {
  const stem = stemmerOf(locale);
  const table = new Map<string, (readonly string[])[]>();
  for (const synonym of synonyms) {
    if (synonym.locale !== locale) continue;
    const phrases = synonym.words.map(wordsOf).filter((words) => words.length > 0);
    const sources = synonym.source === undefined ? phrases : [wordsOf(synonym.source)];
    for (const source of sources) {
      const key = phraseKey(source, stem);
      const others = phrases.filter((words) => phraseKey(words, stem) !== key);
      if (others.length > 0) table.set(key, [...(table.get(key) ?? []), ...others]);
    }
  }
  return table;
}

/** Phrases that differ in plurals only have the same key. */
export function phraseKey(words: readonly string[], stem: Stemmer): string {
  return words.map(stem).join(' ');
}

function wordsOf(phrase: string): string[] {
  return queryTokens(phrase)
    .map(({ word }) => word)
    .slice(0, LONGEST_PHRASE);
}
