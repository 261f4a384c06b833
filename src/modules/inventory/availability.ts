import type { VariantId } from '../catalog/index.ts';
import { type Outlook, returnDay } from './return-day.ts';

/** At or below this few are left, where the merchant has set no level; how many is then shown. */
export const LOW_STOCK_AT = 3;

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
  /** Sold out, and the shop says about when it is back: not before this day. */
  readonly expectedOn?: Temporal.PlainDate;
};

/** A variant's own stock and policy, before bundles are looked at. */
export type OwnStock = Omit<Availability, 'isBuyable' | 'expectedOn'> & {
  /** Where the shop says when it is back. */
  readonly outlook?: Outlook;
};

export type BundlePart = { readonly variantId: VariantId; readonly quantity: number };

const UNTOLD: OwnStock = { isTracked: true, mayBackorder: false, available: 0, lowStockAt: undefined };

/** Not tracked is always buyable, whatever its stock says. */
export function availabilityOf({ outlook, ...stock }: OwnStock): Availability {
  return told(stock, outlook && returnDay(outlook));
}

/**
 * A bundle is as available as its scarcest component: the least of `available / quantity`, rounded down, over
 * the components that run out. One that is not tracked or may be backordered holds nothing up. It is back when the last of
 * what it lacks is, where that is told of all of them.
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
  const stock = {
    isTracked: tracked.length > 0,
    mayBackorder: tracked.length > 0 && limiting.length === 0,
    available: sets.length === 0 ? 0 : Math.min(...sets),
    lowStockAt: undefined,
  };
  const lacking = limiting.filter(({ quantity, stock: { available } }) => available < quantity);
  const days = lacking.map(
    ({ quantity, stock: { outlook, available } }) => outlook && returnDay(outlook, quantity - available),
  );
  return told(stock, latestOf(days));
}

/** Only what cannot be bought is told to be back. */
function told(
  stock: Omit<Availability, 'isBuyable' | 'expectedOn'>,
  expectedOn: Temporal.PlainDate | undefined,
): Availability {
  const isBuyable = !stock.isTracked || stock.mayBackorder || stock.available > 0;
  const availability = { ...stock, isBuyable };
  return isBuyable || expectedOn === undefined ? availability : { ...availability, expectedOn };
}

function latestOf(days: readonly (Temporal.PlainDate | undefined)[]): Temporal.PlainDate | undefined {
  let latest = days[0];
  for (const day of days) {
    if (day === undefined || latest === undefined) return undefined;
    if (Temporal.PlainDate.compare(day, latest) > 0) latest = day;
  }
  return latest;
}
