import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { Demand, LocationId, Reservation } from '../../inventory/index.ts';

/** Stock that leaves a location for a line: of a bundle, one of its components. */
export type ShippedStock = {
  readonly variantId: VariantId;
  readonly lineVariantId: VariantId;
  readonly locationId: LocationId;
  readonly quantity: number;
};

/**
 * Which promised stock goes into a parcel with these pieces: for every piece as many of each component as it takes, from
 * the locations in the order they are given. What is promised beyond stock cannot be shipped yet. A variant without any
 * reservation is not tracked: it needs no stock.
 */
export function planShipment(
  pieces: readonly Demand[],
  reservations: readonly Reservation[],
): Result<ShippedStock[], Refusal<'not_in_stock'>> {
  const shipped: ShippedStock[] = [];
  const bySold = Map.groupBy(reservations, ({ lineVariantId }) => lineVariantId);
  for (const { variantId, quantity } of summed(pieces)) {
    const byComponent = Map.groupBy(bySold.get(variantId) ?? [], (reservation) => reservation.variantId);
    for (const [component, held] of byComponent) {
      const wanted = quantity * (held[0]?.perLine ?? 1);
      const taken = take(held, wanted);
      const found = taken.reduce((sum, item) => sum + item.quantity, 0);
      if (found < wanted) {
        return refuse('not_in_stock', `${found} of ${wanted} pieces of ${component} are in stock`, 'lines');
      }
      shipped.push(...taken);
    }
  }
  return ok(shipped);
}

function summed(pieces: readonly Demand[]): Demand[] {
  const byVariant = Map.groupBy(pieces, ({ variantId }) => variantId);
  return [...byVariant].map(([variantId, some]) => {
    return { variantId, quantity: some.reduce((sum, { quantity }) => sum + quantity, 0) };
  });
}

function take(held: readonly Reservation[], wanted: number): ShippedStock[] {
  const taken: ShippedStock[] = [];
  let left = wanted;
  for (const { variantId, lineVariantId, locationId, quantity, isBackorder } of held) {
    if (left === 0) break;
    if (isBackorder || locationId === undefined) continue;
    const part = Math.min(left, quantity);
    taken.push({ variantId, lineVariantId, locationId, quantity: part });
    left -= part;
  }
  return taken;
}
