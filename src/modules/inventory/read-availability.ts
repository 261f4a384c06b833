import type { Db } from '../../platform/database/index.ts';
import { readBundleComponents, type VariantId } from '../catalog/index.ts';
import { type Availability, availabilityOf, bundleAvailability } from './availability.ts';
import { readStock } from './store/stock.ts';

const NO_BUNDLES: Awaited<ReturnType<typeof readBundleComponents>> = new Map();

/**
 * The availability of every variant asked for, bundles from their components. Two round trips, or one where
 * the caller knows that no bundle is among them. With `today`, the shop's day, what is sold out has the day of its return
 * where the shop tells it.
 */
export async function readAvailability(
  db: Db,
  variantIds: readonly VariantId[],
  {
    mayBeBundles = true,
    today,
  }: { readonly mayBeBundles?: boolean; readonly today?: Temporal.PlainDate } = {},
): Promise<Map<VariantId, Availability>> {
  if (variantIds.length === 0) return new Map();
  const bundles = mayBeBundles ? await readBundleComponents(db, variantIds) : NO_BUNDLES;
  const parts = [...bundles.values()].flat().map((part) => part.variantId);
  const stocks = await readStock(db, [...new Set([...variantIds, ...parts])], { today });
  const availabilities = new Map<VariantId, Availability>();
  for (const id of variantIds) {
    const components = bundles.get(id);
    const own = stocks.get(id);
    if (components !== undefined) availabilities.set(id, bundleAvailability(components, stocks));
    else if (own !== undefined) availabilities.set(id, availabilityOf(own));
  }
  return availabilities;
}
