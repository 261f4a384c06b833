import { inverseFrequency, SATURATION } from './bm25f.ts';
import type { Alternative, Concept } from './concepts.ts';
import type { Core } from './core.ts';
import { type Expanded, type ExpansionMode, expand } from './expansion.ts';
import type { LocaleText } from './locale-text.ts';
import type { Matches } from './matches.ts';
import type { Scratch } from './scratch.ts';

/** Which slots a query may see at all: alive, in their publication window, with a price in the currency. */
export type Visibility = {
  readonly nowMs: number;
  readonly from: Float64Array;
  readonly until: Float64Array;
  readonly price: Float64Array;
};

export type TextMatch = {
  readonly correctedTo: string | undefined;
  readonly isPartial: boolean;
};

type Matching = {
  readonly core: Core;
  readonly text: LocaleText;
  readonly visibility: Visibility;
  readonly scratch: Scratch;
  readonly isTyping: boolean;
  /** Counting a word's living documents reads its whole list: once a query is enough. */
  readonly aliveCounts: Map<number, number>;
};

/**
 * Fills `into` with the visible slots that have every concept. When none has: the same with words a slip away; when
 * still none: those with the most concepts.
 */
export function matchText(
  asked: Omit<Matching, 'aliveCounts'>,
  concepts: readonly Concept[],
  into: Matches,
): TextMatch {
  const matching: Matching = { ...asked, aliveCounts: new Map() };
  for (const isTolerant of [false, true]) {
    const corrections = matchAll(matching, concepts, isTolerant, into);
    if (into.count > 0) return { correctedTo: corrected(concepts, corrections), isPartial: false };
  }
  if (concepts.length < 2) return { correctedTo: undefined, isPartial: false };
  const corrections = matchMost(matching, concepts, into);
  return { correctedTo: corrected(concepts, corrections), isPartial: into.count > 0 };
}

type Corrections = ReadonlyMap<Concept, string>;

function matchAll(
  matching: Matching,
  concepts: readonly Concept[],
  isTolerant: boolean,
  into: Matches,
): Corrections {
  const corrections = new Map<Concept, string>();
  into.clear();
  for (const [index, concept] of concepts.entries()) {
    const isLast = index === concepts.length - 1;
    if (index === 0) {
      matchConcept(matching, concept, { isLast, isTolerant }, into, corrections);
    } else {
      matching.scratch.use(matching.core.columns.count, (other) => {
        matchConcept(matching, concept, { isLast, isTolerant }, other, corrections);
        into.intersect(other);
      });
    }
    if (into.count === 0) return corrections;
  }
  return corrections;
}

function matchMost(matching: Matching, concepts: readonly Concept[], into: Matches): Corrections {
  const corrections = new Map<Concept, string>();
  const slots = matching.core.columns.count;
  into.clear();
  matching.scratch.use(slots, (counts) => {
    for (const [index, concept] of concepts.entries()) {
      matching.scratch.use(slots, (one) => {
        const isLast = index === concepts.length - 1;
        matchConcept(matching, concept, { isLast, isTolerant: false }, one, corrections);
        for (let at = 0; at < one.count; at++) {
          const slot = one.slots[at] ?? 0;
          into.increase(slot, one.scoreOf(slot));
          counts.increase(slot, 1);
        }
      });
    }
    into.keepHighest(counts);
  });
  return corrections;
}

type Place = Pick<ExpansionMode, 'isLast' | 'isTolerant'>;

function matchConcept(
  matching: Matching,
  concept: Concept,
  place: Place,
  into: Matches,
  corrections: Map<Concept, string>,
): void {
  const { core, scratch } = matching;
  for (const [index, alternative] of concept.alternatives.entries()) {
    // A slip is looked for in what was typed, not in a synonym or a part of it.
    const here = { ...place, isTolerant: place.isTolerant && index === 0 };
    const expanded = expandWords(
      matching,
      alternative,
      here,
      index === 0 && concept.alternatives.length === 1,
    );
    const found = expanded.map(({ correction }) => correction);
    if (index === 0 && found.some((word) => word !== undefined))
      corrections.set(concept, found.map((word, at) => word ?? alternative.words[at] ?? '').join(' '));
    if (expanded.length === 1 && expanded[0] !== undefined) {
      matchWord(matching, expanded[0], alternative.boost, into);
      continue;
    }
    scratch.use(core.columns.count, (all) => {
      matchTogether(matching, expanded, alternative.boost, all);
      for (let at = 0; at < all.count; at++) into.raise(all.slots[at] ?? 0, all.scoreOf(all.slots[at] ?? 0));
    });
  }
}

/** Words that must all be there count as one: the mean of their scores. */
function matchTogether(matching: Matching, words: readonly Expanded[], boost: number, all: Matches): void {
  for (const [index, word] of words.entries()) {
    if (index === 0) {
      matchWord(matching, word, boost / words.length, all);
      continue;
    }
    matching.scratch.use(matching.core.columns.count, (other) => {
      matchWord(matching, word, boost / words.length, other);
      all.intersect(other);
    });
  }
}

function expandWords(
  matching: Matching,
  alternative: Alternative,
  place: Place,
  maySlip: boolean,
): Expanded[] {
  const { text, core, aliveCounts, isTyping } = matching;
  const alive = (number: number): number => {
    const known = aliveCounts.get(number);
    if (known !== undefined) return known;
    const count = text.postings.countAlive(number, core.columns.alive);
    aliveCounts.set(number, count);
    return count;
  };
  return alternative.words.map((word, index) => {
    const isLast = place.isLast && index === alternative.words.length - 1;
    return expand(text, word, { isTyping, isLast, isTolerant: place.isTolerant, maySlip }, alive);
  });
}

function matchWord(matching: Matching, word: Expanded, boost: number, into: Matches): void {
  const { text, core, visibility, aliveCounts } = matching;
  const { postings } = text;
  const { nowMs, from, until, price } = visibility;
  let documents = 0;
  for (const { number } of word.expansions) documents += aliveCounts.get(number) ?? 0;
  const weight = boost * inverseFrequency(documents, core.aliveCount);
  const see = (slot: number, score: number): void => {
    const cost = price[slot] ?? Number.NaN;
    if ((from[slot] ?? 0) <= nowMs && nowMs < (until[slot] ?? 0) && !Number.isNaN(cost))
      into.raise(slot, score);
  };
  for (const expansion of word.expansions) {
    const factor = weight * expansion.boost;
    const end = postings.end(expansion.number);
    for (let at = postings.start(expansion.number); at < end; at++)
      see(postings.slots[at] ?? 0, factor * (SATURATION[postings.frequencies[at] ?? 0] ?? 0));
    const recent = postings.recent(expansion.number);
    for (let at = 0; at < recent.length; at += 2)
      see(recent[at] ?? 0, factor * (SATURATION[recent[at + 1] ?? 0] ?? 0));
  }
}

function corrected(concepts: readonly Concept[], corrections: Corrections): string | undefined {
  if (corrections.size === 0) return undefined;
  return concepts.map((concept) => corrections.get(concept) ?? concept.typed.join(' ')).join(' ');
}
