import type { CurrencyCode } from '../../../kernel/index.ts';
import type { AssetId, BrandId, Product, ProductId, ProductKind } from '../../catalog/index.ts';
import type { Availability } from '../../inventory/index.ts';
import type { Price } from '../../pricing/index.ts';
import { withAncestors } from '../facts.ts';

/** `low`: some variant is at or below what counts as few for it. `out`: nothing is left. */
export type StockState = 'untracked' | 'out' | 'low' | 'in';

/** What the table of all products shows of one, and finds it by. */
export type Listing = {
  readonly productId: ProductId;
  readonly title: string;
  readonly handle: string;
  readonly status: Product['status'];
  readonly kind: ProductKind;
  readonly brandId: BrandId | undefined;
  readonly productType: string;
  readonly tags: readonly string[];
  readonly assetId: AssetId | undefined;
  readonly prices: readonly PriceRange[];
  /** Over all variants; `undefined` where it is not counted. */
  readonly available: number | undefined;
  readonly stock: StockState;
  readonly variants: number;
  readonly isPriced: boolean;
  readonly createdAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
};

export type PriceRange = {
  readonly currency: CurrencyCode;
  readonly leastMinor: bigint;
  readonly greatestMinor: bigint;
};

/** A listing with what only searching and filtering ask of it. */
export type FoundBy = Listing & { readonly searched: string; readonly categories: readonly string[] };

// Of a product with two thousand variants the first some hundred SKUs are enough to be found by.
const LONGEST_SEARCHED = 10_000;

export type ListingSources = {
  readonly product: Product;
  readonly categoryPaths: readonly string[];
  readonly prices: readonly Price[];
  readonly availability: readonly Availability[];
  /** What counts as few where nothing else is said. */
  readonly lowStockAt: number;
};

export function listingOf(sources: ListingSources): FoundBy {
  const { product, prices } = sources;
  const priced = new Set(prices.map(({ variantId }) => variantId));
  const named = product.variants.flatMap(({ sku, barcode }) => [sku ?? [], barcode ?? []].flat());
  return {
    productId: product.id,
    ...{ title: product.title, handle: product.handle, status: product.status, kind: product.kind },
    ...{ brandId: product.brandId, productType: product.productType, tags: product.tags },
    assetId: product.media[0]?.assetId,
    prices: rangesOf(prices),
    ...stockOf(sources),
    variants: product.variants.length,
    isPriced: product.variants.every(({ id }) => priced.has(id)),
    ...{ createdAt: product.createdAt, updatedAt: product.updatedAt },
    searched: searchable([product.title, product.handle, ...named].join('\n')).slice(0, LONGEST_SEARCHED),
    categories: withAncestors(sources.categoryPaths),
  };
}

/** As texts are compared: without case, and with accents in one form. */
export function searchable(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function rangesOf(prices: readonly Price[]): PriceRange[] {
  return [...Map.groupBy(prices, ({ currency }) => currency)].map(([currency, own]) => {
    const amounts = own.map(({ amountMinor }) => amountMinor);
    const least = amounts.reduce((a, b) => (b < a ? b : a));
    return { currency, leastMinor: least, greatestMinor: amounts.reduce((a, b) => (b > a ? b : a)) };
  });
}

function stockOf({ availability, lowStockAt }: ListingSources): Pick<Listing, 'available' | 'stock'> {
  const counted = availability.filter(({ isTracked }) => isTracked);
  if (counted.length === 0) return { available: undefined, stock: 'untracked' };
  const available = counted.reduce((sum, one) => sum + one.available, 0);
  if (counted.every((one) => one.available <= 0)) return { available, stock: 'out' };
  const isLow = counted.some((one) => one.available <= (one.lowStockAt ?? lowStockAt));
  return { available, stock: isLow ? 'low' : 'in' };
}
