import type { VariantId } from '../../../modules/catalog/index.ts';
import { putPastStock } from '../../../modules/inventory/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { StockPast } from '../stock/stock-book.ts';
import { ORIGIN } from './origin.ts';

/** Writes what lay on the shelves of a past, as history: by change, from the first evening of goods to the last one of all. */
export async function writeStock(
  db: Db,
  {
    stock,
    variantIds,
    firstDay,
  }: {
    readonly stock: readonly StockPast[];
    /** By SKU; of what is gone from the catalogue there is no history. */
    readonly variantIds: ReadonlyMap<string, VariantId>;
    readonly firstDay: Temporal.PlainDate;
  },
): Promise<void> {
  const levels = stock.flatMap(({ sku, first, level }) => {
    const variantId = variantIds.get(sku);
    if (variantId === undefined) return [];
    return level.flatMap((onHand, index) => {
      const isTold = onHand !== level[index - 1] || index === level.length - 1;
      return isTold ? [{ variantId, day: firstDay.add({ days: first + index }), onHand }] : [];
    });
  });
  await db.transaction().execute((tx) => putPastStock(tx, { origin: ORIGIN, levels }));
}
