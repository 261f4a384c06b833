import type { BundleComponent, VariantId } from '../catalog/index.ts';
import type { Need } from './allocation.ts';
import type { Demand } from './reservation.ts';

/** Most pieces of one demand: what a column holds, far above what anybody buys. */
const LARGEST = 1_000_000;

/**
 * What lies in the warehouse for what is sold: bundles become their components, and several lines of one
 * variant one need. Two lines that share a component are two needs of it, summed when they are placed.
 */
export function needsOf(
  demand: readonly Demand[],
  bundles: ReadonlyMap<VariantId, readonly BundleComponent[]>,
): Need[] {
  const sold = new Map<VariantId, number>();
  for (const { variantId, quantity } of demand) {
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > LARGEST) {
      throw new RangeError(`${quantity} of ${variantId}: a demand is 1 to ${LARGEST} pieces`);
    }
    sold.set(variantId, (sold.get(variantId) ?? 0) + quantity);
  }
  return [...sold].flatMap(([lineVariantId, quantity]) => {
    const parts = bundles.get(lineVariantId) ?? [{ variantId: lineVariantId, quantity: 1 }];
    return parts.map((part) => ({
      lineVariantId,
      variantId: part.variantId,
      perLine: part.quantity,
      quantity: quantity * part.quantity,
    }));
  });
}
