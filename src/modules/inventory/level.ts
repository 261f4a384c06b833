import type { Id, Refusal } from '../../kernel/index.ts';
import type { VariantId } from '../catalog/index.ts';

export type LocationId = Id<'location'>;

/** A place that holds stock: a warehouse, a shop. */
export type Location = {
  readonly id: LocationId;
  /** Lower-case letters, digits and hyphens; `main` is the one made by itself. */
  readonly code: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | undefined;
  /** Stock of a location that is not active cannot be sold. */
  readonly isActive: boolean;
  readonly position: number;
};

/** What one location has of a variant: `available` = `onHand` - `reserved`, never below zero. */
export type Level = {
  readonly variantId: VariantId;
  readonly locationId: LocationId;
  readonly onHand: number;
  readonly reserved: number;
  readonly available: number;
};

/** How a variant is sold when stock runs out. Without one: tracked, no backorder. */
export type Policy = {
  readonly variantId: VariantId;
  readonly isTracked: boolean;
  readonly mayBackorder: boolean;
  /** The stock at or below which the shop says that few are left. */
  readonly lowStockAt: number | undefined;
};

export type MovementReason =
  | 'import'
  | 'count'
  | 'received'
  | 'sold'
  | 'returned'
  | 'damaged'
  | 'transfer'
  | 'correction';

export type StockRefusal = Refusal<'would_go_below_zero' | 'not_a_quantity' | 'unknown_variant'>;
