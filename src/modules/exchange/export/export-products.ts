import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { streamProducts } from '../../catalog/index.ts';
import { readPrices } from '../../pricing/index.ts';
import { gather, readShopTables, type ShopTables } from './gather.ts';
import { type Extent, layoutOf } from './layout.ts';
import { headerLine, productLines } from './write-rows.ts';

const PRODUCTS_PER_BATCH = 250;

export type ExportProgress = { readonly products: number; readonly productsTotal: number };

/**
 * Writes all products as Institor's own file: UTF-8, comma, CRLF, in the order of handles, the same bytes for
 * the same shop. Reads from one snapshot, so that the shop may be changed meanwhile. The columns depend on
 * what the products have, so they are read twice; memory holds one batch.
 *
 * @returns how many products were written
 */
export async function exportProducts(
  db: Db,
  write: (text: string) => Promise<void>,
  options: { readonly onProgress?: (progress: ExportProgress) => void; readonly signal?: AbortSignal } = {},
): Promise<number> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (snapshot) => {
      const tables = await readShopTables(snapshot);
      const { extent, count } = await measure(snapshot, tables, options.signal);
      const layout = layoutOf(extent);
      await write(headerLine(layout));
      let products = 0;
      for await (const batch of streamProducts(snapshot, PRODUCTS_PER_BATCH)) {
        options.signal?.throwIfAborted();
        const gathered = await gather(snapshot, batch, tables);
        await write(gathered.map((product) => productLines(layout, product)).join(''));
        products += batch.length;
        options.onProgress?.({ products, productsTotal: count });
      }
      return products;
    });
}

// Only what some product has gets a column.
async function measure(
  db: Db,
  tables: ShopTables,
  signal: AbortSignal | undefined,
): Promise<{ extent: Extent; count: number }> {
  const currencies = new Set<CurrencyCode>();
  const ofProducts = new Set<string>();
  const ofVariants = new Set<string>();
  let count = 0;
  for await (const batch of streamProducts(db, PRODUCTS_PER_BATCH)) {
    signal?.throwIfAborted();
    count += batch.length;
    for (const product of batch) {
      for (const key of Object.keys(product.attributes)) ofProducts.add(key);
      for (const variant of product.variants)
        for (const key of Object.keys(variant.attributes)) ofVariants.add(key);
    }
    const ids = batch.flatMap((product) => product.variants.map((variant) => variant.id));
    for (const prices of (await readPrices(db, ids)).values())
      for (const price of prices) currencies.add(price.currency);
  }
  const extent = {
    currencies: [...currencies].toSorted(),
    locations: tables.locations,
    locales: tables.locales,
    productAttributes: tables.definitions.filter(({ key }) => ofProducts.has(key)),
    variantAttributes: tables.definitions.filter(({ key }) => ofVariants.has(key)),
  };
  return { extent, count };
}
