import { fold } from './fold.ts';

/** A word of at most this many characters; longer ones are cut, so that no text can bloat the dictionary. */
const LONGEST_WORD = 40;
const ASCII_WORD = /[a-z0-9]+(?:['.\-_/&+][a-z0-9]+)*/g;
const WORD = /[\p{L}\p{N}]+(?:['’.\-_/&+][\p{L}\p{N}]+)*/gu;
const JOINT = /['’.\-_/&+]/;

/**
 * The words of a text, folded, in order. A compound gives its parts and itself joined, so that `T-Shirt` is found by
 * `t-shirt`, `tshirt` and `shirt`: tokens('Blue T-Shirt') is ['blue', 't', 'shirt', 'tshirt'].
 */
export function tokens(text: string): string[] {
  const words: string[] = [];
  for (const found of written(text)) {
    const parts = splitCompound(found);
    for (const part of parts) words.push(part);
    if (parts.length > 1) words.push(parts.join('').slice(0, LONGEST_WORD));
  }
  return words;
}

/** The words of a query: each with the ways it may be written, so that a compound stays one thing that was asked for. */
export function queryTokens(text: string): { readonly word: string; readonly parts: readonly string[] }[] {
  return written(text).map((found) => {
    const parts = splitCompound(found);
    return { word: parts.join('').slice(0, LONGEST_WORD), parts };
  });
}

// Most text is ASCII once it is folded, and its pattern is several times faster.
function written(text: string): readonly string[] {
  const folded = fold(text);
  return folded.match(/^[ -~\s]*$/.test(folded) ? ASCII_WORD : WORD) ?? [];
}

function splitCompound(found: string): string[] {
  if (!JOINT.test(found)) return [found.length > LONGEST_WORD ? found.slice(0, LONGEST_WORD) : found];
  // The s of a genitive is no word: "men's" is "mens".
  const parts = found.replace(/['’]/g, '').split(JOINT);
  return parts.filter((part) => part !== '').map((part) => part.slice(0, LONGEST_WORD));
}

/** A code as it is compared: `AB-12 c` and `ab12C` are the same SKU. */
export function normalizeCode(code: string): string {
  return fold(code).replace(/[^\p{L}\p{N}]/gu, '');
}

const LONGEST_QUERY = 100;

/**
 * A query as reports count it: folded words, spaces between. What may name a person (an e-mail address, a telephone or
 * card number) gives '' and is not kept.
 */
export function normalizeQuery(text: string): string {
  if (/\S@\S/.test(text) || /(?:\d[\s().-]?){9,}/.test(text)) return '';
  const words = queryTokens(text.slice(0, LONGEST_QUERY)).map(({ word }) => word);
  return words.join(' ');
}
