import type { AssetId, ProductId } from '../catalog/index.ts';
import type { CollectionId } from './membership.ts';
import type { Rule } from './rule.ts';

export const COLLECTION_SORTS = [
  'manual',
  'best_selling',
  'newest',
  'title',
  'price_ascending',
  'price_descending',
] as const;
export type CollectionSort = (typeof COLLECTION_SORTS)[number];

/** Products under one heading and address: listed by hand in the manager's order, or all that a rule names. */
export type Collection = {
  readonly id: CollectionId;
  readonly handle: string;
  readonly title: string;
  /** Sanitised on the way in. */
  readonly descriptionHtml: string;
  /** The order that a shopper meets first. `manual` in a rule collection: newest first. */
  readonly sort: CollectionSort;
  readonly assetId: AssetId | undefined;
  readonly seoTitle: string;
  readonly seoDescription: string;
  readonly isPublished: boolean;
  readonly position: number;
  readonly version: bigint;
  readonly updatedAt: Temporal.Instant;
} & Membership;

type Membership = { readonly kind: 'manual' } | { readonly kind: 'rule'; readonly rule: Rule };

export type PlacementKind = 'pin' | 'boost' | 'bury';

/** A pin stands at its place from the top (1 is first); boosted products come before the others, buried ones last. */
export type Placement = {
  readonly productId: ProductId;
  readonly kind: PlacementKind;
  readonly place: number | undefined;
};

/** Where a product stands in one of its collections. */
export type CollectionPlace = {
  readonly collectionId: CollectionId;
  /** The manager's order in a manual collection; 0 in a rule collection. */
  readonly position: number;
  readonly kind: PlacementKind | undefined;
  readonly place: number | undefined;
};

/** The words of a collection that differ by language. */
export const TRANSLATED_FIELDS = ['title', 'descriptionHtml', 'seoTitle', 'seoDescription'] as const;
export type TranslatedField = (typeof TRANSLATED_FIELDS)[number];
