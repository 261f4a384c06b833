import { LIMITS } from '../query.ts';
import type { LocaleText } from './locale-text.ts';
import { LONGEST_PHRASE, phraseKey, type SynonymTable } from './synonyms.ts';
import { joinsWords } from './text/stem.ts';
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
const LAST_PART_BOOST = 0.5;
const SHORTEST_PART = 4;

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
    if (words.length === 1 && own.length === 1) own.push(...compoundParts(names[0] ?? '', locale, synonyms));
    concepts.push({
      typed: names,
      alternatives: [...own, ...others.map((synonym) => ({ words: synonym, boost: SYNONYM_BOOST }))],
    });
    at += words.length;
  }
  return concepts;
}

/**
 * What a compound that no product has may mean: `leinenhemd` is `leinen` and `hemd`, or at least a `hemd`; with
 * `leuchte` a synonym of `lampe`, `tischlampe` is a `tischleuchte`. Only in languages that write compounds as one word;
 * the longest last part that is a word wins.
 */
function compoundParts(
  word: string,
  { locale, dictionary }: LocaleText,
  synonyms: SynonymTable,
): Alternative[] {
  const isKnown = (part: string): boolean =>
    dictionary.numberOf(part) !== undefined || dictionary.sameStem(part).length > 0;
  if (!joinsWords(locale) || isKnown(word) || dictionary.compoundsOf(word).length > 0) return [];
  for (let at = 3; at <= word.length - SHORTEST_PART; at++) {
    const last = word.slice(at);
    const others = (synonyms.get(dictionary.stemOf(last)) ?? []).filter(({ length }) => length === 1).flat();
    if (!isKnown(last) && others.length === 0 && dictionary.compoundsOf(last).length === 0) continue;
    // An s or n may join the parts: "geburtstag-s-karte".
    const first = [word.slice(0, at), word.slice(0, at - 1)].find(isKnown);
    const whole = first === undefined ? [] : [{ words: [first, last], boost: PARTS_BOOST }];
    const joined = others.map((other) => ({ words: [word.slice(0, at) + other], boost: SYNONYM_BOOST }));
    const alone = [last, ...others].map((other) => ({ words: [other], boost: LAST_PART_BOOST }));
    return [...whole, ...joined, ...alone];
  }
  return [];
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
