import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { readSellables, type VariantId } from '../catalog/index.ts';
import { adjustGoods, readCostLevels } from '../ledger/index.ts';
import { readShop } from '../markets/index.ts';
import type { Move } from './store/levels.ts';

/**
 * What a count found or lost is worth more or less in the books: at the average, or at the catalogue's cost where nothing
 * was ever valued. Goods whose cost nobody ever said are in no book until it is.
 */
export async function bookCounts(
  tx: Tx,
  {
    moves,
    reference,
    now,
  }: {
    readonly moves: readonly Move[];
    readonly reference: string;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  const pieces = new Map<VariantId, number>();
  for (const { variantId, quantity } of moves) {
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
  await adjustGoods(tx, { items, currency, reference: `${reference} ${newId()}`, now });
}
