import type { Picture } from '../media/index.ts';

/**
 * What search knows of one product, as kept in `search.document` and as read into an index. It is JSON: instants are
 * milliseconds since 1970, money is minor units in a decimal string. Only active products have one.
 */
export type SearchDocument = {
  readonly productId: string;
  readonly handle: string;
  /** When it may be seen; null is "always was" and "without end". */
  readonly window: { readonly fromMs: number | null; readonly untilMs: number | null };
  /** By locale. A locale that is missing is served by the index's first locale. */
  readonly texts: Readonly<Record<string, DocumentTexts>>;
  /** SKUs and barcodes of all variants. */
  readonly codes: readonly string[];
  readonly brand: { readonly handle: string; readonly name: string } | null;
  /** Handles from the root, without the ancestors: `['home/kitchen/mugs']`. */
  readonly categoryPaths: readonly string[];
  readonly productType: string;
  readonly tags: readonly string[];
  /** By currency. A product without a price in a currency is not found in it. */
  readonly prices: Readonly<Record<string, DocumentPrice>>;
  readonly available: number;
  readonly isBuyable: boolean;
  /** Those that are facets, by key. */
  readonly attributes: Readonly<Record<string, readonly string[] | number>>;
  /** Values by option name, in the order of the product's option. */
  readonly options: Readonly<Record<string, readonly string[]>>;
  readonly collections: readonly DocumentCollection[];
  readonly createdAtMs: number;
  readonly publishedAtMs: number | null;
  /** Units sold in the last 30 days. */
  readonly sales30d: number;
  readonly picture: DocumentPicture | null;
  readonly secondPicture: DocumentPicture | null;
  readonly swatches: readonly Swatch[];
  readonly variantCount: number;
};

export type DocumentTexts = {
  readonly title: string;
  readonly brand: string;
  readonly type: string;
  readonly tags: string;
  readonly categories: string;
  readonly options: string;
  readonly attributes: string;
  /** Plain text. */
  readonly description: string;
  /** What a facet's values are called in this locale, where that differs: `{ 'option.Color': { Red: 'Rot' } }`. */
  readonly labels?: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

export type DocumentPrice = {
  readonly minMinor: string;
  readonly maxMinor: string;
  /** Compare-at price of the cheapest variant. */
  readonly compareAtMinor: string | null;
};

/** A product's place in a collection, as merchandising keeps it. */
export type DocumentCollection = {
  readonly id: string;
  readonly position: number;
  readonly kind: 'pin' | 'boost' | 'bury' | null;
  /** From the top, 1 is first; pins only. */
  readonly place: number | null;
};

export type DocumentPicture = Omit<Picture, 'assetId'> & { readonly assetId: string; readonly alt: string };

/** A colour to choose: `color` is `#rrggbb`. */
export type Swatch = { readonly label: string; readonly color: string };
