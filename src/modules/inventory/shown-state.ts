import type { BundleComponent, VariantId } from '../catalog/index.ts';
import { LOW_STOCK_AT } from './availability.ts';

/** What decides what a shopper sees of a variant's stock. */
export type Seen = {
  readonly available: number;
  /** More may be promised. */
  readonly mayBackorder: boolean;
  readonly lowStockAt: number | undefined;
};

/**
 * Whether a shopper sees another state of stock: sold out, to order, the number of the last few, or in stock.
 * An order that takes one of many changes nothing that is shown, and is not told: a busy shop need not index
 * at every order.
 */
export function isShownDifferently(before: Seen, after: Seen): boolean {
  return shown(before) !== shown(after);
}

/**
 * The same for the bundles made of a variant: another number of the last few that can be put together from
 * it.
 */
export function isBundleShownDifferently(
  variantId: VariantId,
  change: { readonly before: Seen; readonly after: Seen },
  bundles: Iterable<readonly BundleComponent[]>,
): boolean {
  for (const components of bundles) {
    const quantity = components.find((part) => part.variantId === variantId)?.quantity;
    if (quantity === undefined) continue;
    const sets = (seen: Seen): Seen => ({
      ...{ mayBackorder: seen.mayBackorder, lowStockAt: undefined },
      available: Math.floor(seen.available / quantity),
    });
    if (isShownDifferently(sets(change.before), sets(change.after))) return true;
  }
  return false;
}

function shown({ available, mayBackorder, lowStockAt }: Seen): number | 'sold_out' | 'to_order' | 'in_stock' {
  if (available <= 0) return mayBackorder ? 'to_order' : 'sold_out';
  return available <= (lowStockAt ?? LOW_STOCK_AT) ? available : 'in_stock';
}
