import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { readSellables, type VariantId } from '../../catalog/index.ts';
import { collectionsOf } from '../../merchandising/index.ts';
import { readPrices } from '../../pricing/index.ts';
import type { Shelves } from './promoted-goods.ts';
import type { Good } from './read-goods.ts';

/** Where a page of goods stands as promotions choose them, as it is today: nobody keeps what was in a collection before. */
export async function readShelves(
  db: Db,
  page: readonly Good[],
  currency: CurrencyCode,
): Promise<ReadonlyMap<VariantId, Shelves>> {
  const ids = page.map(({ variantId }) => variantId);
  const sellables = await readSellables(db, ids);
  const collections = await collectionsOf(db, [...new Set(page.map(({ productId }) => productId))]);
  const prices = await readPrices(db, ids);
  return new Map(
    page.map(({ variantId, productId, brand }) => {
      const { categoryPaths = [], tags = [] } = sellables.get(variantId) ?? {};
      const own = prices.get(variantId)?.find((price) => price.currency === currency);
      const shelves: Shelves = {
        ...{ variantId, productId, brand, categories: categoryPaths, tags },
        collections: (collections.get(productId) ?? []).map(({ collectionId }) => collectionId),
        price: own && { minor: own.amountMinor, currency, isReduced: own.compareAtMinor !== undefined },
      };
      return [variantId, shelves];
    }),
  );
}
