import type { Tx } from '../../platform/database/index.ts';
import { type TellOptions, tell } from '../../platform/outbox/index.ts';
import { readBundlesOf, readProductIdsOfVariants, type VariantId } from '../catalog/index.ts';

const VARIANTS_PER_EVENT = 1_000;

/** Tells that these variants' stock changed, and with it that of the bundles made of them. */
export async function tellLevelsChanged(
  tx: Tx,
  changed: readonly VariantId[],
  options: TellOptions = {},
): Promise<void> {
  if (changed.length === 0) return;
  const affected = [...new Set([...changed, ...(await readBundlesOf(tx, changed))])];
  const products = await readProductIdsOfVariants(tx, affected);
  for (let start = 0; start < affected.length; start += VARIANTS_PER_EVENT) {
    const variantIds = affected.slice(start, start + VARIANTS_PER_EVENT);
    const productIds = new Set(variantIds.flatMap((id) => products.get(id) ?? []));
    await tell(tx, 'inventory.levels_changed', { variantIds, productIds: [...productIds] }, options);
  }
}
