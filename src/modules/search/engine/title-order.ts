import { fold } from './text/fold.ts';

/** Letters in each of the two numbers: 37^10 is the largest power below 2^53. */
const LETTERS = 10;
const LETTER_KINDS = 37;

/**
 * Two numbers that order as the title's first 20 letters and digits do, whatever its accents and capitals: sorting
 * 100,000 titles by Intl.Collator takes seconds, by these some milliseconds. What is equal in them is compared in full.
 */
export function titleKeys(title: string): [number, number] {
  const text = fold(title);
  return [packLetters(text, 0), packLetters(text, LETTERS)];
}

function packLetters(text: string, start: number): number {
  let key = 0;
  for (let at = start; at < start + LETTERS; at++) key = key * LETTER_KINDS + letterRank(text.charCodeAt(at));
  return key;
}

/** 0 for what is no letter or digit, digits next, then letters; beyond the Latin alphabet all are last. */
function letterRank(code: number): number {
  if (code >= 97 && code <= 122) return code - 86;
  if (code >= 48 && code <= 57) return code - 47;
  return code > 122 ? LETTER_KINDS - 1 : 0;
}

/** The full comparison of two titles, in the same order as their keys. */
export function compareTitles(a: string, b: string): number {
  const left = fold(a);
  const right = fold(b);
  for (let at = 0; at < left.length && at < right.length; at++) {
    const difference =
      letterRank(left.charCodeAt(at)) - letterRank(right.charCodeAt(at)) ||
      (letterRank(left.charCodeAt(at)) === LETTER_KINDS - 1 ? left.charCodeAt(at) - right.charCodeAt(at) : 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
