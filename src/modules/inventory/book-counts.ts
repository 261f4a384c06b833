import type { Tx } from '../../platform/database/index.ts';
import { readSellables, type VariantId } from '../catalog/index.ts';
import { adjustGoods, readCostLevels } from '../ledger/index.ts';
import { readShop } from '../markets/index.ts';

/**
 * What a count, a correction or a way between places found or lost is worth more or less in the books: at the average, or
 * at the catalogue's cost where nothing was ever valued. Goods whose cost nobody ever said are in no book until it is.
 * With the same `reference` once.
 */
export async function bookCounts(
  tx: Tx,
  {
    found,
    reference,
    now,
  }: {
    /** Pieces more (above zero) or less than there were; those of one variant are summed. */
    readonly found: readonly { readonly variantId: VariantId; readonly quantity: number }[];
    readonly reference: string;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  const pieces = new Map<VariantId, number>();
  for (const { variantId, quantity } of found) {
    pieces.set(variantId, (pieces.get(variantId) ?? 0) + quantity);
  }
  const ids = [...pieces.keys()];
  if (ids.length === 0) return;
  const { defaultCurrency: currency } = await readShop(tx);
  const [sellables, levels] = [await readSellables(tx, ids), await readCostLevels(tx, ids, currency)];
  const items = [...pieces].flatMap(([variantId, quantity]) => {
    const cost = sellables.get(variantId)?.cost;
    const catalogueMinor = cost?.currency === currency ? cost.minor : undefined;
    const isValued = (levels.get(variantId)?.quantity ?? 0n) > 0n;
    if (quantity === 0 || !(isValued || (quantity > 0 && catalogueMinor !== undefined))) return [];
    return [{ variantId, quantity, ...(catalogueMinor === undefined ? {} : { catalogueMinor }) }];
  });
  if (items.length === 0) return;
  await adjustGoods(tx, { items, currency, reference, now });
}
