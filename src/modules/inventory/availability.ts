import type { VariantId } from '../catalog/index.ts';

/** Whether and how many of a variant can be sold, over all active locations. */
export type Availability = {
  readonly isTracked: boolean;
  /** More may be promised than there is: by backorder or preorder, within their limits. */
  readonly mayBackorder: boolean;
  /** Pieces in stock and not promised; of a bundle, how many can be put together. */
  readonly available: number;
  readonly isBuyable: boolean;
  /** At or below this the shop says that few are left. */
  readonly lowStockAt: number | undefined;
  /** Sold before it is there: the day from which it ships. */
  readonly preorderFrom?: Temporal.Instant;
};

/** A variant's own stock and policy, before bundles are looked at. */
export type OwnStock = Omit<Availability, 'isBuyable'>;

export type BundlePart = { readonly variantId: VariantId; readonly quantity: number };

const UNTOLD: OwnStock = { isTracked: true, mayBackorder: false, available: 0, lowStockAt: undefined };

/** Not tracked is always buyable, whatever its stock says. */
export function availabilityOf(stock: OwnStock): Availability {
  const { isTracked, mayBackorder, available } = stock;
  return { ...stock, isBuyable: !isTracked || mayBackorder || available > 0 };
}

/**
 * A bundle is as available as its scarcest component: the least of `available / quantity`, rounded down, over
 * the components that run out. One that is not tracked or may be backordered holds nothing up.
 *
 * @example
 * // 7 cups at 2 a bundle and 5 pots at 1: three bundles.
 */
export function bundleAvailability(
  parts: readonly BundlePart[],
  stocks: ReadonlyMap<VariantId, OwnStock>,
): Availability {
  const tracked = parts
    .map((part) => ({ quantity: part.quantity, stock: stocks.get(part.variantId) ?? UNTOLD }))
    .filter(({ stock }) => stock.isTracked);
  const limiting = tracked.filter(({ stock }) => !stock.mayBackorder);
  const counted = limiting.length > 0 ? limiting : tracked;
  const sets = counted.map(({ quantity, stock }) => Math.floor(stock.available / quantity));
  return availabilityOf({
    isTracked: tracked.length > 0,
    mayBackorder: tracked.length > 0 && limiting.length === 0,
    available: sets.length === 0 ? 0 : Math.min(...sets),
    lowStockAt: undefined,
  });
}
