import { slipsAllowed, withinDistance } from './text/distance.ts';
import { joinsWords, type Stemmer, stemmerOf } from './text/stem.ts';

/**
 * All words of one locale, numbered in the order in which they came, with what a query needs to find those it means:
 * the words of a stem, the words with a prefix, the words a slip away. Words are never removed; a compaction starts anew.
 */
export class Dictionary {
  readonly #stem: Stemmer;
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];
  #byStem = new Map<string, number[]>();
  /** Long words by the last letters of their stem, in languages that write compounds as one word. */
  readonly #byTail: Map<string, number[]> | undefined;
  #sorted: string[] = [];
  #recent: string[] = [];
  #recentIsSorted = true;

  constructor(locale: string) {
    this.#stem = stemmerOf(locale);
    this.#byTail = joinsWords(locale) ? new Map() : undefined;
  }

  /** A dictionary of words in alphabetical order, which then need no sorting. Yields every 2,000 words. */
  static *fromSorted(locale: string, words: readonly string[]): Generator<void, Dictionary, void> {
    const dictionary = new Dictionary(locale);
    for (const [index, word] of words.entries()) {
      dictionary.add(word);
      if (index % 2_000 === 1_999) yield;
    }
    dictionary.#sorted = dictionary.#recent;
    dictionary.#recent = [];
    dictionary.#recentIsSorted = true;
    return dictionary;
  }

  /** All words in alphabetical order. */
  inOrder(): string[] {
    this.#sort();
    return merge(this.#sorted, this.#recent);
  }

  get size(): number {
    return this.#words.length;
  }

  get words(): readonly string[] {
    return this.#words;
  }

  /** The word's number, a new one when it is new. */
  add(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#words.length;
    this.#words.push(word);
    this.#numbers.set(word, number);
    this.#recent.push(word);
    this.#recentIsSorted = false;
    const stem = this.#stem(word);
    // Most words are their own stem and alone with it: only the others are listed.
    if (stem !== word) listUnder(this.#byStem, stem, number);
    if (this.#byTail && stem.length >= TAIL + SHORTEST_HEAD)
      listUnder(this.#byTail, stem.slice(-TAIL), number);
    return number;
  }

  numberOf(word: string): number | undefined {
    return this.#numbers.get(word);
  }

  wordOf(number: number): string {
    return this.#words[number] ?? '';
  }

  stemOf(word: string): string {
    return this.#stem(word);
  }

  /** The numbers of the words that share `word`'s stem, without `word` itself. */
  sameStem(word: string): number[] {
    const stem = this.#stem(word);
    const own = this.#numbers.get(word);
    const itself = this.#numbers.get(stem);
    const all = [...(this.#byStem.get(stem) ?? [])];
    if (itself !== undefined && this.#stem(stem) === stem) all.push(itself);
    return all.filter((number) => number !== own);
  }

  /** The numbers of compounds of `word`, `tischlampen` of `lampe`: those whose stem ends in its stem. */
  compoundsOf(word: string): number[] {
    const stem = this.#stem(word);
    if (stem.length < TAIL) return [];
    const numbers = this.#byTail?.get(stem.slice(-TAIL)) ?? [];
    return numbers.filter((number) => {
      const whole = this.#stem(this.wordOf(number));
      return whole.length >= stem.length + SHORTEST_HEAD && whole.endsWith(stem);
    });
  }

  /** The numbers of the words that begin with `prefix` and are longer, at most `limit`, in alphabetical order. */
  withPrefix(prefix: string, limit: number): number[] {
    this.#sort();
    const numbers: number[] = [];
    for (const list of [this.#sorted, this.#recent]) {
      let taken = 0;
      for (let at = lowerBound(list, prefix); at < list.length && taken < limit; at++) {
        const word = list[at] ?? '';
        if (!word.startsWith(prefix)) break;
        if (word.length === prefix.length) continue;
        numbers.push(this.#numbers.get(word) ?? 0);
        taken++;
      }
    }
    return numbers;
  }

  /** The words that `word` may be a slip of, each with its distance (1 or 2). */
  similar(word: string): { readonly number: number; readonly distance: number }[] {
    const slips = slipsAllowed(word.length);
    const found: { number: number; distance: number }[] = [];
    if (slips === 0) return found;
    this.#sort();
    for (const list of [this.#sorted, this.#recent])
      withinDistance(list, word, slips, (position, distance) => {
        const number = this.#numbers.get(list[position] ?? '');
        if (number !== undefined && distance > 0) found.push({ number, distance });
      });
    return found;
  }

  // New words are sorted by themselves and join the large list once they are many, so that an update stays cheap.
  #sort(): void {
    if (this.#recentIsSorted) return;
    this.#recent.sort(byCodeUnit);
    this.#recentIsSorted = true;
    if (this.#recent.length < 2_000 + this.#sorted.length / 20) return;
    this.#sorted = merge(this.#sorted, this.#recent);
    this.#recent = [];
  }
}

/** The shortest last part of a compound that is looked for, and the shortest first part. */
const TAIL = 4;
const SHORTEST_HEAD = 3;

function listUnder(lists: Map<string, number[]>, key: string, number: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [number]);
  else list.push(number);
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function lowerBound(list: readonly string[], word: string): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

function merge(a: readonly string[], b: readonly string[]): string[] {
  const merged: string[] = [];
  let left = 0;
  for (const word of b) {
    while (left < a.length && (a[left] ?? '') < word) merged.push(a[left++] ?? '');
    merged.push(word);
  }
  while (left < a.length) merged.push(a[left++] ?? '');
  return merged;
}
