import type { LocaleText } from './locale-text.ts';
import { foldTyped } from './text/fold.ts';

/** A word of the dictionary that a query's word may mean, and how much less than the word itself it counts. */
export type Expansion = { readonly number: number; readonly boost: number };

export type ExpansionMode = {
  /** The word is being typed: it may go on, whether or not it is a word already. */
  readonly isTyping: boolean;
  /** It is the last word, which may be cut short. */
  readonly isLast: boolean;
  /** Slips are looked for even if the word exists. */
  readonly isTolerant: boolean;
  /** Slips are looked for if the word does not exist. */
  readonly maySlip: boolean;
};

export type Expanded = {
  readonly expansions: readonly Expansion[];
  /** The best of the words a slip away, when slips were needed. */
  readonly correction: string | undefined;
};

const STEM_BOOST = 0.95;
const COMPOUND_BOOST = 0.85;
const PREFIX_BOOST = 0.6;
const SLIP_BOOST: readonly number[] = [1, 0.6, 0.35];
const LONGEST_PREFIX_SCAN = 2_000;
const MOST_PREFIX_WORDS = 40;
const MOST_SLIPS = 12;

/**
 * The words that `word` may mean: itself, its stem's and its compounds; else those that it begins; else those a slip away. `alive`
 * says of how many products a word is a word of now, since the dictionary still has those of products that left.
 */
export function expand(
  text: LocaleText,
  word: string,
  mode: ExpansionMode,
  alive: (number: number) => number,
): Expanded {
  const { dictionary } = text;
  const found = new Map<number, number>();
  const add = (number: number, boost: number): void => {
    if (!found.has(number) && alive(number) > 0) found.set(number, boost);
  };
  for (const form of [word, foldTyped(word)]) {
    if (form === undefined || found.size > 0) continue;
    const itself = dictionary.numberOf(form);
    if (itself !== undefined) add(itself, 1);
    for (const number of dictionary.sameStem(form)) add(number, STEM_BOOST);
    for (const number of dictionary.compoundsOf(form)) add(number, COMPOUND_BOOST);
  }
  if (mode.isLast && word.length >= 2 && (mode.isTyping || found.size === 0))
    for (const number of mostFrequent(dictionary.withPrefix(word, LONGEST_PREFIX_SCAN), alive))
      add(number, PREFIX_BOOST);
  const looksForSlips = mode.isTolerant || (mode.maySlip && found.size === 0);
  if (!looksForSlips) return { expansions: list(found), correction: undefined };
  const isKnown = found.size > 0;
  const slips = bestSlips(text, word, alive);
  for (const { number, distance } of slips) {
    const boost = SLIP_BOOST[distance] ?? 0;
    add(number, boost);
    for (const other of dictionary.sameStem(dictionary.wordOf(number))) add(other, boost * STEM_BOOST);
  }
  const best = slips[0];
  const correction = isKnown || best === undefined ? undefined : dictionary.wordOf(best.number);
  return { expansions: list(found), correction };
}

function list(found: ReadonlyMap<number, number>): Expansion[] {
  return [...found].map(([number, boost]) => ({ number, boost }));
}

function mostFrequent(numbers: readonly number[], alive: (number: number) => number): number[] {
  if (numbers.length <= MOST_PREFIX_WORDS) return [...numbers];
  const counted = numbers.map((number) => ({ number, count: alive(number) }));
  return counted
    .toSorted((a, b) => b.count - a.count || a.number - b.number)
    .slice(0, MOST_PREFIX_WORDS)
    .map(({ number }) => number);
}

/** Nearest first, then with the same first letter, then the more frequent; the alphabet decides what is left. */
function bestSlips(
  { dictionary }: LocaleText,
  word: string,
  alive: (number: number) => number,
): { readonly number: number; readonly distance: number }[] {
  const slips = dictionary.similar(word).flatMap((slip) => {
    const count = alive(slip.number);
    const candidate = dictionary.wordOf(slip.number);
    return count === 0 ? [] : [{ ...slip, count, candidate, isElsewhere: candidate[0] !== word[0] }];
  });
  const nearest = Math.min(...slips.map(({ distance }) => distance));
  return slips
    .filter(({ distance }) => distance === nearest)
    .toSorted(
      (a, b) =>
        Number(a.isElsewhere) - Number(b.isElsewhere) ||
        b.count - a.count ||
        (a.candidate < b.candidate ? -1 : 1),
    )
    .slice(0, MOST_SLIPS);
}
