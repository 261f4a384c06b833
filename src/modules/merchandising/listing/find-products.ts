import type { BrandId, Product, ProductId, ProductKind } from '../../catalog/index.ts';
import type { CollectionId } from '../membership.ts';
import type { Listing, StockState } from './listing.ts';

export const LISTING_SORTS = ['updated', 'created', 'title'] as const;
export type ListingSort = (typeof LISTING_SORTS)[number];

/** All that is given must hold; of several values of one field, one. */
export type ListingFilter = {
  readonly ids?: readonly ProductId[] | undefined;
  /** Words, each of which is somewhere in the title, the handle, a SKU or a barcode. */
  readonly q?: string | undefined;
  readonly status?: readonly Product['status'][] | undefined;
  readonly kind?: readonly ProductKind[] | undefined;
  readonly brandId?: readonly BrandId[] | undefined;
  /** A path of handles; what is below it counts. */
  readonly category?: string | undefined;
  readonly collectionId?: CollectionId | undefined;
  readonly tag?: readonly string[] | undefined;
  readonly productType?: readonly string[] | undefined;
  readonly stock?: readonly StockState[] | undefined;
  readonly hasPicture?: boolean | undefined;
  readonly hasPrice?: boolean | undefined;
  readonly updatedSince?: Temporal.Instant | undefined;
};

/** Where a page ended: the value that it is sorted by, as text, and the product. */
export type ListingPosition = readonly [key: string, productId: string];

export type ListingPage = {
  readonly filter: ListingFilter;
  readonly sort: ListingSort;
  readonly isDescending: boolean;
  readonly after?: ListingPosition | undefined;
  readonly limit: number;
};

/** What a page after this row is asked with. */
export function positionOf(row: Listing, sort: ListingSort): readonly [key: string, productId: ProductId] {
  const key = { updated: row.updatedAt.toString(), created: row.createdAt.toString(), title: titleKey(row) };
  return [key[sort], row.productId];
}

/** What titles are sorted by. */
export function titleKey({ title }: Pick<Listing, 'title'>): string {
  return title.normalize('NFC').toLowerCase();
}
