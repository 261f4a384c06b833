import type { Tx } from '../../platform/database/index.ts';
import { tell } from '../../platform/outbox/index.ts';

const PRODUCTS_PER_EVENT = 1_000;

/** Tells that these products changed, in as many events as their limit asks for. */
export async function tellProductsChanged(tx: Tx, ids: readonly string[], cause: string): Promise<void> {
  for (let start = 0; start < ids.length; start += PRODUCTS_PER_EVENT) {
    const productIds = ids.slice(start, start + PRODUCTS_PER_EVENT);
    await tell(tx, 'catalog.products_changed', { productIds, cause });
  }
}
