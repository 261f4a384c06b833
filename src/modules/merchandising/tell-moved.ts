import type { Tx } from '../../platform/database/index.ts';
import { tell } from '../../platform/outbox/index.ts';
import type { ProductId } from '../catalog/index.ts';
import type { CollectionId, Membership } from './membership.ts';

const PRODUCTS_PER_EVENT = 1_000;

/** Tells which products entered, left or moved in which collections: one event for each 1,000 products. */
export async function tellMoved(tx: Tx, moved: readonly Membership[]): Promise<void> {
  const byProduct = [...Map.groupBy(moved, (pair) => pair.productId)];
  for (let start = 0; start < byProduct.length; start += PRODUCTS_PER_EVENT) {
    const part = byProduct.slice(start, start + PRODUCTS_PER_EVENT);
    const collectionIds = new Set(part.flatMap(([, pairs]) => pairs.map((pair) => pair.collectionId)));
    await tell(tx, 'merchandising.collections_changed', {
      collectionIds: [...collectionIds],
      productIds: part.map(([productId]) => productId),
    });
  }
}

/** The same for one collection. Without a product: its own words changed. */
export async function tellCollection(
  tx: Tx,
  collectionId: CollectionId,
  productIds: readonly ProductId[],
): Promise<void> {
  await tellMoved(
    tx,
    productIds.map((productId) => ({ collectionId, productId })),
  );
  if (productIds.length > 0) return;
  await tell(tx, 'merchandising.collections_changed', { collectionIds: [collectionId], productIds: [] });
}
