import type { Tx } from '../../platform/database/index.ts';
import { tell } from '../../platform/outbox/index.ts';
import { type ProductId, readProductIdsOfVariants, type VariantId } from '../catalog/index.ts';

const VARIANTS_PER_EVENT = 1_000;

/** @param products where they are known already, the products that the variants belong to */
export async function tellPricesChanged(
  tx: Tx,
  changed: readonly VariantId[],
  products?: ReadonlyMap<VariantId, ProductId>,
): Promise<void> {
  if (changed.length === 0) return;
  const productOf = products ?? (await readProductIdsOfVariants(tx, changed));
  for (let start = 0; start < changed.length; start += VARIANTS_PER_EVENT) {
    const variantIds = changed.slice(start, start + VARIANTS_PER_EVENT);
    const productIds = new Set(variantIds.flatMap((id) => productOf.get(id) ?? []));
    await tell(tx, 'pricing.prices_changed', { variantIds, productIds: [...productIds] });
  }
}
