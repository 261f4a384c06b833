import type { CurrencyCode, Locale, Money } from '../../kernel/index.ts';
import type { ProductId } from '../catalog/index.ts';
import type { DocumentPicture, Swatch } from './document.ts';

export const SORTS = [
  'relevance',
  'manual',
  'best_selling',
  'newest',
  'title',
  'price_ascending',
  'price_descending',
] as const;
export type SearchSort = (typeof SORTS)[number];

/** The most that one query may ask for, and how deep a list can be paged. */
export const LIMITS = { limit: 250, depth: 10_000, textLength: 200, words: 12, filterValues: 100 } as const;

/**
 * One question to the index. All conditions hold together; the values of one filter are alternatives.
 *
 * @example
 * search.query({ text: 'linen shirt', locale, currency, filters: { 'option.Color': ['Blue', 'White'] },
 *   sort: 'relevance', offset: 0, limit: 24, now })
 */
export type SearchQuery = {
  readonly text?: string;
  readonly locale: Locale;
  readonly currency: CurrencyCode;
  readonly collectionId?: string;
  /** A category with all below it: `home/kitchen`. */
  readonly categoryPath?: string;
  readonly brandHandle?: string;
  /** Chosen values by facet key: `brand` (handles), `type`, `category` (paths), `option.NAME`, `attribute.KEY`. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Both ends included; a product matches when any of its variants may cost that. */
  readonly price?: { readonly minMinor?: bigint; readonly maxMinor?: bigint };
  readonly inStockOnly?: boolean;
  readonly sort: SearchSort;
  /** The collection's pins, boosts and buries hold. Left out: they do when `sort` is `manual`. */
  readonly usePlacements?: boolean;
  readonly offset: number;
  /** 1 to 250. */
  readonly limit: number;
  readonly now: Temporal.Instant;
};

/** What a product card shows. */
export type SearchHit = {
  readonly productId: ProductId;
  readonly handle: string;
  readonly title: string;
  readonly brand: { readonly handle: string; readonly name: string } | undefined;
  /** The least of its variants' prices. */
  readonly price: Money;
  readonly compareAt: Money | undefined;
  /** Variants cost differently: "from". */
  readonly isFrom: boolean;
  readonly picture: DocumentPicture | undefined;
  readonly secondPicture: DocumentPicture | undefined;
  readonly swatches: readonly Swatch[];
  readonly isBuyable: boolean;
  readonly publishedAt: Temporal.Instant | undefined;
  readonly variantCount: number;
};

export type FacetValue = {
  readonly value: string;
  readonly label: string;
  /** Products that would be listed with this value, given every other facet's choice. */
  readonly count: number;
  readonly isSelected: boolean;
  /** `#rrggbb`, in facets of kind `color`. */
  readonly color?: string;
};

export type Facet = {
  readonly key: string;
  readonly label: string;
  readonly kind: 'choice' | 'color';
  readonly values: readonly FacetValue[];
};

export type SearchResult = {
  readonly total: number;
  readonly hits: readonly SearchHit[];
  readonly facets: readonly Facet[];
  /** Least and greatest price of what matches, whatever price range is chosen; none when nothing matches. */
  readonly priceRange: { readonly min: Money; readonly max: Money } | undefined;
  /** How many of the matches can be bought, whether or not only those are asked for. */
  readonly inStockCount: number;
  /** The text that was searched instead, when a word was misspelt. */
  readonly correctedTo: string | undefined;
  /** No product has all the words: these have the most of them. */
  readonly isPartial: boolean;
  /** Where a search rule sends this text: a path or an address. */
  readonly redirectTo: string | undefined;
};

export type SuggestQuery = {
  readonly text: string;
  readonly locale: Locale;
  readonly currency: CurrencyCode;
  /** Of each kind, 1 to 20. */
  readonly limit: number;
  readonly now: Temporal.Instant;
};

export type Suggestions = {
  readonly queries: readonly string[];
  readonly products: readonly SearchHit[];
  /** `path` is what `categoryPath` takes. */
  readonly categories: readonly { readonly path: string; readonly name: string }[];
  readonly brands: readonly { readonly handle: string; readonly name: string }[];
  readonly collections: readonly { readonly handle: string; readonly title: string }[];
};
