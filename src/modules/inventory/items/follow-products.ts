import { parseId } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { listProductIds, type ProductId, readProducts } from '../../catalog/index.ts';
import { defaultLocation } from '../locations.ts';
import { itemsOf } from './item.ts';
import { lockFill, makeEmptyLevels, noteFill, writeItems } from './store.ts';

const BATCH = 250;

/** Makes the items of these products what the catalogue says now; those of products that are gone go. */
export async function followProducts(tx: Tx, ids: readonly string[]): Promise<void> {
  const productIds = ids.flatMap((id): ProductId | ProductId[] => parseId<'product'>(id) ?? []);
  for (let start = 0; start < productIds.length; start += BATCH) {
    const batch = productIds.slice(start, start + BATCH);
    const products = await readProducts(tx, batch);
    await writeItems(tx, { productIds: batch, items: products.flatMap(itemsOf) });
    const goods = products.filter(({ kind }) => kind === 'physical');
    const variantIds = goods.flatMap(({ variants }) => variants.map(({ id }) => id));
    if (variantIds.length === 0) continue;
    const { id: locationId } = await defaultLocation(tx);
    await makeEmptyLevels(tx, { variantIds, locationId });
  }
}

/** Copies what the catalogue had before the copy was there, a batch a transaction; once, however often it is begun. */
export async function fillItems(db: Db, { signal }: { readonly signal: AbortSignal }): Promise<void> {
  let isDone = false;
  while (!isDone && !signal.aborted) {
    isDone = await db.transaction().execute(async (tx) => {
      const fill = await lockFill(tx);
      if (fill === undefined) return true;
      const ids = await listProductIds(tx, { after: fill.after, limit: BATCH });
      await followProducts(tx, ids);
      await noteFill(tx, ids.at(-1));
      return ids.length === 0;
    });
  }
}
