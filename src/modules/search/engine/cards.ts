import type { DocumentPicture, SearchDocument, Swatch } from '../document.ts';
import { grown } from './growable.ts';

/** What a hit shows beside what the columns hold; a few hundred bytes of JSON in a slab, read for the hits of a page only. */
export type Card = {
  readonly handle: string;
  /** By locale. */
  readonly titles: Readonly<Record<string, string>>;
  readonly brand: { readonly handle: string; readonly name: string } | undefined;
  readonly picture: DocumentPicture | undefined;
  readonly secondPicture: DocumentPicture | undefined;
  readonly swatches: readonly Swatch[];
  readonly publishedAtMs: number | undefined;
  readonly variantCount: number;
  readonly compareAt: Readonly<Record<string, string>>;
};

type PackedPicture = readonly [string, number, number, string, string] | 0;
type Packed = readonly [
  handle: string,
  titles: Readonly<Record<string, string>>,
  brand: readonly [string, string] | 0,
  picture: PackedPicture,
  secondPicture: PackedPicture,
  swatches: readonly (readonly [string, string])[],
  publishedAtMs: number | 0,
  variantCount: number,
  compareAt: Readonly<Record<string, string>>,
];

/** Cards by slot in one growing buffer. */
export class Cards {
  #bytes: Uint8Array;
  #ends: Float64Array;
  #count: number;

  constructor(
    bytes: Uint8Array = new Uint8Array(4096),
    ends: Float64Array = new Float64Array(16),
    count = 0,
  ) {
    this.#bytes = bytes;
    this.#ends = ends;
    this.#count = count;
  }

  add(document: SearchDocument, locales: readonly string[]): void {
    this.#append(Buffer.from(JSON.stringify(pack(document, locales))));
  }

  addFrom(other: Cards, slot: number): void {
    this.#append(other.#slice(slot));
  }

  read(slot: number): Card {
    return unpack(JSON.parse(Buffer.from(this.#slice(slot)).toString('utf8')));
  }

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#end(this.#count - 1));
  }

  get ends(): Float64Array {
    return this.#ends.subarray(0, this.#count);
  }

  /** Makes room for as many bytes at once, for a copy of known size. */
  reserve(bytes: number): void {
    this.#bytes = grown(this.#bytes, bytes);
  }

  #append(card: Uint8Array): void {
    const start = this.#end(this.#count - 1);
    this.#bytes = grown(this.#bytes, start + card.length);
    this.#bytes.set(card, start);
    this.#ends = grown(this.#ends, this.#count + 1);
    this.#ends[this.#count++] = start + card.length;
  }

  #end(slot: number): number {
    return slot < 0 ? 0 : (this.#ends[slot] ?? 0);
  }

  #slice(slot: number): Uint8Array {
    return this.#bytes.subarray(this.#end(slot - 1), this.#end(slot));
  }
}

function pack(document: SearchDocument, locales: readonly string[]): Packed {
  const titles: Record<string, string> = {};
  for (const locale of locales) {
    const title = document.texts[locale]?.title;
    if (title !== undefined && title !== titles[locales[0] ?? '']) titles[locale] = title;
  }
  const compareAt: Record<string, string> = {};
  for (const [currency, price] of Object.entries(document.prices))
    if (price.compareAtMinor !== null) compareAt[currency] = price.compareAtMinor;
  return [
    document.handle,
    titles,
    document.brand === null ? 0 : [document.brand.handle, document.brand.name],
    packPicture(document.picture),
    packPicture(document.secondPicture),
    document.swatches.slice(0, 8).map(({ label, color }) => [label, color] as const),
    document.publishedAtMs ?? 0,
    document.variantCount,
    compareAt,
  ];
}

function unpack(packed: Packed): Card {
  const [handle, titles, brand, picture, secondPicture, swatches, published, variantCount, compareAt] =
    packed;
  return {
    handle,
    titles,
    brand: brand === 0 ? undefined : { handle: brand[0], name: brand[1] },
    picture: unpackPicture(picture),
    secondPicture: unpackPicture(secondPicture),
    swatches: swatches.map(([label, color]) => ({ label, color })),
    publishedAtMs: published === 0 ? undefined : published,
    variantCount,
    compareAt,
  };
}

function packPicture(picture: DocumentPicture | null): PackedPicture {
  if (picture === null) return 0;
  return [picture.assetId, picture.width, picture.height, picture.placeholderColor, picture.alt];
}

function unpackPicture(packed: PackedPicture): DocumentPicture | undefined {
  if (packed === 0) return undefined;
  const [assetId, width, height, placeholderColor, alt] = packed;
  return { assetId, width, height, placeholderColor, alt };
}
