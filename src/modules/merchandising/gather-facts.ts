import type { Db } from '../../platform/database/index.ts';
import { type ProductId, readBrands, readCategories, readProducts } from '../catalog/index.ts';
import { LOW_STOCK_AT, readAvailability } from '../inventory/index.ts';
import { readPrices } from '../pricing/index.ts';
import { factsOf, type ProductFacts } from './facts.ts';
import { type FoundBy, listingOf } from './listing/listing.ts';

/** What is kept here of a product: what rules ask about, and its row in the table of all products. */
export type Gathered = { readonly facts: ProductFacts; readonly listing: FoundBy };

/**
 * These products as the other modules have them now, in five reads whatever their number; a product that the catalogue
 * no longer has is left out. `sales30d` are the sales to keep: they are told to this module, not read.
 */
export async function gatherFacts(
  db: Db,
  input: { readonly productIds: readonly ProductId[]; readonly sales30d: ReadonlyMap<ProductId, number> },
): Promise<Map<ProductId, Gathered>> {
  const products = await readProducts(db, input.productIds);
  if (products.length === 0) return new Map();
  const variantIds = products.flatMap((product) => product.variants.map((variant) => variant.id));
  const prices = await readPrices(db, variantIds);
  const availability = await readAvailability(db, variantIds);
  const brandNames = new Map((await readBrands(db)).map((brand) => [brand.id, brand.name]));
  const paths = new Map((await readCategories(db)).map((category) => [category.id, category.path]));
  return new Map(
    products.map((product) => {
      const sources = {
        product,
        categoryPaths: product.categoryIds.flatMap((id) => paths.get(id) ?? []),
        prices: product.variants.flatMap((variant) => prices.get(variant.id) ?? []),
        availability: product.variants.flatMap((variant) => availability.get(variant.id) ?? []),
      };
      const brandName = product.brandId && brandNames.get(product.brandId);
      const facts = factsOf({ ...sources, brandName, sales30d: input.sales30d.get(product.id) ?? 0 });
      return [product.id, { facts, listing: listingOf({ ...sources, lowStockAt: LOW_STOCK_AT }) }];
    }),
  );
}
