import { LIMITS } from '../query.ts';
import type { LocaleText } from './locale-text.ts';
import { LONGEST_PHRASE, phraseKey, type SynonymTable } from './synonyms.ts';
import { queryTokens } from './text/tokens.ts';

/** One thing that was asked for, in all the ways it may be written; a product must have one of them. */
export type Concept = {
  /** As typed, folded; several words when a synonym has replaced them together. */
  readonly typed: readonly string[];
  readonly alternatives: readonly Alternative[];
};

/** Words that must all be there. */
export type Alternative = { readonly words: readonly string[]; readonly boost: number };

const SYNONYM_BOOST = 0.8;
const PARTS_BOOST = 0.9;

/** Reads a query's text: 'blue t-shirts' is [blue], [tshirts or (t and shirts), and their synonyms]. */
export function readConcepts(text: string, locale: LocaleText, synonyms: SynonymTable): Concept[] {
  const stem = (word: string): string => locale.dictionary.stemOf(word);
  const typed = withoutStopWords(queryTokens(text.slice(0, LIMITS.textLength)), locale.stopWords);
  const tokens = typed.slice(0, LIMITS.words);
  const concepts: Concept[] = [];
  for (let at = 0; at < tokens.length; ) {
    const length = synonymLength(tokens, at, synonyms, stem);
    const words = tokens.slice(at, at + Math.max(1, length));
    const names = words.map(({ word }) => word);
    const others = length === 0 ? [] : (synonyms.get(phraseKey(names, stem)) ?? []);
    const own: Alternative[] = [{ words: names, boost: 1 }];
    const parts = words.flatMap((token) => token.parts);
    if (parts.length > names.length) own.push({ words: parts, boost: PARTS_BOOST });
    concepts.push({
      typed: names,
      alternatives: [...own, ...others.map((synonym) => ({ words: synonym, boost: SYNONYM_BOOST }))],
    });
    at += words.length;
  }
  return concepts;
}

type Token = ReturnType<typeof queryTokens>[number];

function withoutStopWords(tokens: readonly Token[], stopWords: ReadonlySet<string>): readonly Token[] {
  const telling = tokens.filter(({ word }) => !stopWords.has(word));
  return telling.length > 0 ? telling : tokens;
}

/** How many words from `at` on have synonyms together, the longest first; 0 when none. */
function synonymLength(
  tokens: readonly Token[],
  at: number,
  synonyms: SynonymTable,
  stem: (word: string) => string,
): number {
  if (synonyms.size === 0) return 0;
  for (let length = Math.min(LONGEST_PHRASE, tokens.length - at); length > 0; length--) {
    const words = tokens.slice(at, at + length).map(({ word }) => word);
    if (synonyms.has(phraseKey(words, stem))) return length;
  }
  return 0;
}
