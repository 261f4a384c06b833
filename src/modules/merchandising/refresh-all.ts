import type { Db } from '../../platform/database/index.ts';
import { listProductIds, type ProductId } from '../catalog/index.ts';
import { refreshProducts } from './refresh.ts';

const BATCH = 500;

/**
 * Looks at every product of the catalogue again, batch by batch, each in a transaction of its own: for a shop whose
 * products were there before this module, or after rules learned a new field. Run again after it was stopped, it is right.
 */
export async function refreshAll(
  db: Db,
  input: { readonly now: Temporal.Instant; readonly signal?: AbortSignal },
): Promise<void> {
  let after: ProductId | undefined;
  for (;;) {
    input.signal?.throwIfAborted();
    const productIds = await listProductIds(db, { limit: BATCH, ...(after !== undefined && { after }) });
    const last = productIds.at(-1);
    if (last === undefined) return;
    await db.transaction().execute((tx) => refreshProducts(tx, { productIds, now: input.now }));
    after = last;
  }
}
