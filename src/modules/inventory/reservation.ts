import type { Id, Refusal } from '../../kernel/index.ts';
import type { VariantId } from '../catalog/index.ts';
import type { LocationId } from './level.ts';

/** So many of what is sold: a variant, or a bundle by its own. */
export type Demand = {
  readonly variantId: VariantId;
  readonly quantity: number;
  /** Whether it was a bundle when the caller last looked: it saves a question where none is. */
  readonly isBundle?: boolean;
};

/** Whose promise it is. */
export type OwnerId = Id<'order'>;

/** Stock promised to an owner. Its level's `reserved` is the sum of these. */
export type Reservation = {
  /** What lies in the warehouse: of a bundle, one of its components. */
  readonly variantId: VariantId;
  /** What was sold: the same variant, or the bundle. */
  readonly lineVariantId: VariantId;
  /** How many pieces each one sold takes: 1, or what the bundle has of it. */
  readonly perLine: number;
  /** `undefined` for a backorder: it is promised beyond stock and gets its place when stock comes in. */
  readonly locationId: LocationId | undefined;
  readonly quantity: number;
  readonly isBackorder: boolean;
  /** `undefined` once it is paid for: the hold has no end. */
  readonly expiresAt: Temporal.Instant | undefined;
};

/** What there is too little of, in pieces of what lies in the warehouse. */
export type Shortage = {
  readonly variantId: VariantId;
  readonly wanted: number;
  /** In stock, and what may be promised beyond it. */
  readonly available: number;
  /** The sold variants that need it: itself, and bundles. */
  readonly lineVariantIds: readonly VariantId[];
};

export type OutOfStock = Refusal<'out_of_stock'> & { readonly shortages: readonly Shortage[] };

/**
 * Which location serves an order. `nearest`: the destination's country first, then the merchant's order of
 * locations. `fewest_parcels`: as few locations as will do. `most_stock`: where there is most of it.
 */
export type AllocationRule = 'nearest' | 'fewest_parcels' | 'most_stock';

/** How far a variant is sold beyond its stock; `undefined` limits are none. */
export type BackorderTerms = {
  readonly variantId: VariantId;
  /** Counts where the policy allows backorders. */
  readonly backorderLimit: number | undefined;
  /**
   * Sold until `availableFrom` whatever the policy says; its stock is promised to those who ordered first.
   */
  readonly preorder:
    | { readonly availableFrom: Temporal.Instant; readonly limit: number | undefined }
    | undefined;
};
