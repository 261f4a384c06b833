import type { Random } from '../random.ts';

/**
 * Words for catalogues of any size. Ranks follow Zipf's law, and the number of distinct words grows with the square
 * root of the text (Heaps, "Information Retrieval", 1978, section 7.5), so that an index meets what it meets in a
 * real shop: few very common words and a long tail of rare ones.
 */
export function word(rank: number): string {
  const known = CACHE[rank];
  if (known !== undefined) return known;
  const made = makeWord(rank);
  CACHE[rank] = made;
  return made;
}

/** A rank from 0 to `size - 1` with a probability of about 1 / (rank + 1): Zipf's law with exponent one. */
export function zipf(random: Random, size: number): number {
  return Math.min(size - 1, Math.floor(Math.exp(random.next() * Math.log(size + 1))) - 1);
}

/** How many words a catalogue of this many products has seen. */
export function vocabularySize(products: number): number {
  return Math.round(60 + 22 * Math.sqrt(products));
}

const CACHE: string[] = [];
const HEADS =
  'al be bro ca cor da del el fa fen gar hal har in kel la lin lo mar mer nor ol per ros sal sel sto ta tor ul va ver wil yar zen'.split(
    ' ',
  );
const MIDDLES =
  'a an bel da den do e el en er i in ka la le li lo ma mi na ne o ra re ri ro sa se ta te ti va vi'.split(
    ' ',
  );
const TAILS =
  'by da den dor field ford la ley lin lo low ma mere mora na nell ness ra rick rin ro sett sta ta ton va vale way wick wood'.split(
    ' ',
  );

// Mixed radix: consecutive ranks differ in their first syllable, and no two ranks give the same word.
function makeWord(rank: number): string {
  const first = rank % HEADS.length;
  const head = HEADS[first] ?? '';
  const rest = Math.floor(rank / HEADS.length);
  const tail = TAILS[(rest + first * 11) % TAILS.length] ?? '';
  let middle = '';
  for (let left = Math.floor(rest / TAILS.length); left > 0; left = Math.floor((left - 1) / MIDDLES.length)) {
    middle += MIDDLES[(left - 1) % MIDDLES.length] ?? '';
  }
  const text = head + middle + tail;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
