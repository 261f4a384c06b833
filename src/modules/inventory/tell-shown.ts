import type { Tx } from '../../platform/database/index.ts';
import { type BundleComponent, readBundlesAround, type VariantId } from '../catalog/index.ts';
import { isBundleShownDifferently, isShownDifferently, type Seen } from './shown-state.ts';
import { type Stock, seenOf } from './store/lock-stock.ts';
import { readStock } from './store/stock.ts';
import { tellLevelsChanged } from './tell-changed.ts';

export type SeenChange = { readonly variantId: VariantId; readonly before: Seen; readonly after: Seen };

/**
 * Tells, quietly, of those variants alone of which shoppers see another state now: an order that takes one of
 * many is not told. What shows exact figures (the stock in search documents and in rules of collections)
 * follows by the job `inventory.tell_drift`.
 */
export async function tellShown(
  tx: Tx,
  changes: readonly SeenChange[],
  bundles: ReadonlyMap<VariantId, readonly BundleComponent[]>,
): Promise<void> {
  const shown = changes.filter(({ variantId, before, after }) => {
    if (isShownDifferently(before, after)) return true;
    return isBundleShownDifferently(variantId, { before, after }, bundles.values());
  });
  await tellLevelsChanged(
    tx,
    shown.map(({ variantId }) => variantId),
    { isQuiet: true },
  );
}

/** The same for all that was locked, from what it was to what it is now. */
export async function tellShownSince(tx: Tx, before: Stock): Promise<void> {
  const variantIds = [...before.variants.keys()];
  const now = await readStock(tx, variantIds);
  const changes = [...before.variants].flatMap(([variantId, was]) => {
    const after = now.get(variantId);
    return after === undefined ? [] : [{ variantId, before: seenOf(was), after }];
  });
  await tellShown(tx, changes, await readBundlesAround(tx, variantIds));
}
