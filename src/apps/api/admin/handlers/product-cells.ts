import { money } from '../../../../kernel/index.ts';
import { type ProductId, readBrands, readProducts } from '../../../../modules/catalog/index.ts';
import { readLevels } from '../../../../modules/inventory/index.ts';
import { readPrices } from '../../../../modules/pricing/index.ts';
import { type Answer, moneyOf } from '../../../../platform/api/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import type { productTableEndpoints } from '../contract/product-table.ts';

type Row = Answer<typeof productTableEndpoints.listProductCells>['items'][number];

/** A row for each variant of these products, in four reads whatever their number. */
export async function cellRowsOf(db: Db, ids: readonly ProductId[]): Promise<Row[]> {
  const products = await readProducts(db, ids);
  const variantIds = products.flatMap(({ variants }) => variants.map(({ id }) => id));
  const [brands, prices, levels] = await Promise.all([
    ...([readBrands(db), readPrices(db, variantIds), readLevels(db, variantIds)] as const),
  ]);
  const names = new Map(brands.map(({ id, name }) => [id, name]));
  return products.flatMap(({ variants, ...product }) => {
    const { id: productId, title, status, productType, tags, seoTitle, seoDescription } = product;
    const brand = (product.brandId && names.get(product.brandId)) ?? '';
    const own = { productId, title, status, productType, brand, tags, seoTitle, seoDescription };
    return variants.map((variant, index): Row => {
      const { sku, barcode, weightGrams, hsCode, originCountry, taxCode, optionValues, cost } = variant;
      return {
        ...{ ...own, variantId: variant.id, isFirst: index === 0, optionValues, sku, barcode, weightGrams },
        ...{ hsCode, originCountry, taxCode, cost: cost && moneyOf(cost) },
        prices: (prices.get(variant.id) ?? []).map(({ amountMinor, compareAtMinor, currency }) => ({
          price: moneyOf(money(amountMinor, currency)),
          ...(compareAtMinor === undefined ? {} : { compareAt: moneyOf(money(compareAtMinor, currency)) }),
        })),
        stock: (levels.get(variant.id) ?? []).map(({ locationId, onHand }) => ({ locationId, onHand })),
      };
    });
  });
}
