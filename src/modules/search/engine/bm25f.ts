import type { DocumentTexts } from '../document.ts';

/** Where a word stands in a product's text, from what says most of it to what says least. */
export type Field = {
  readonly weight: number;
  /** How much a longer field counts less: 0 not at all, 1 in proportion. */
  readonly b: number;
  /** The usual length in words. */
  readonly usualLength: number;
  /** Stop words are left out: only long texts are full of them. */
  readonly isProse: boolean;
  readonly texts: (texts: DocumentTexts) => readonly string[];
};

/**
 * The weights, found by hand on the judged queries (test/relevance). The usual lengths are constants, not means of the
 * shop in hand, so that a product's score does not change because another was edited, and can be kept in the index.
 */
export const FIELDS: readonly Field[] = [
  { weight: 9, b: 0.4, usualLength: 5, isProse: false, texts: (t) => [t.title] },
  { weight: 5, b: 0.2, usualLength: 3, isProse: false, texts: (t) => [t.brand, t.type] },
  { weight: 3, b: 0.5, usualLength: 15, isProse: false, texts: (t) => [t.tags, t.categories, t.options] },
  { weight: 2, b: 0.5, usualLength: 8, isProse: false, texts: (t) => [t.attributes] },
  { weight: 1, b: 0.7, usualLength: 50, isProse: true, texts: (t) => [t.description] },
];

const K1 = 2;
/** Weighted frequencies are kept as whole numbers in 16 bits. */
const SCALE = 256;

/**
 * BM25F: S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", Foundations and
 * Trends in Information Retrieval 3(4), 2009, equations 3.18 to 3.20. One occurrence in a field of `length` words adds
 * weight / B to the word's frequency, with B = (1 - b) + b × length / usual length.
 */
export function occurrenceWeight(field: Field, length: number): number {
  return field.weight / (1 - field.b + (field.b * length) / field.usualLength);
}

/** A word's frequency over all fields as the index keeps it, 1 to 65,535. */
export function packFrequency(frequency: number): number {
  return Math.max(1, Math.min(65_535, Math.round(frequency * SCALE)));
}

/** Equation 3.20's saturation, frequency / (k1 + frequency), for every packed frequency that there is. */
export const SATURATION: Float32Array = Float32Array.from({ length: 65_536 }, (_, packed) => {
  const frequency = packed / SCALE;
  return frequency / (K1 + frequency);
});

/**
 * How much a word that `documents` of `total` have tells them apart: log(1 + (N - n + 0.5) / (n + 0.5)), which is
 * equation 3.3's weight kept above zero.
 */
export function inverseFrequency(documents: number, total: number): number {
  const having = Math.min(documents, total);
  return Math.log(1 + (total - having + 0.5) / (having + 0.5));
}
