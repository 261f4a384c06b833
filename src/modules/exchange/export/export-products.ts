import type { Db } from '../../../platform/database/index.ts';
import { type ProductId, streamProducts } from '../../catalog/index.ts';
import { type Extent, measureExtent } from './extent.ts';
import { type ExportProduct, gather, type NamedAsset, readShopTables, type ShopTables } from './gather.ts';
import { layoutOf } from './layout.ts';
import { asShopifyHasIt, shopifyLayoutOf } from './shopify-layout.ts';
import { headerLine, type Layout, productLines } from './write-rows.ts';

const PRODUCTS_PER_BATCH = 250;

/** The dialects that products can be written in: our own holds everything. */
export const EXPORT_FORMATS = ['institor', 'shopify'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export type ExportProgress = { readonly products: number; readonly productsTotal: number };

export type ExportOptions = {
  readonly format?: ExportFormat;
  /** These products; all without it. */
  readonly only?: ReadonlySet<ProductId>;
  /**
   * Gets the pictures and downloads that the rows name by a file name and not by an address, some of them more
   * than once.
   */
  readonly onAssets?: (assets: readonly NamedAsset[]) => Promise<void>;
  readonly onProgress?: (progress: ExportProgress) => void;
  readonly signal?: AbortSignal;
};

/**
 * Writes all products as CSV: UTF-8, comma, CRLF, in the order of handles, the same bytes for the same shop.
 * Reads from one snapshot, so that the shop may be changed meanwhile. The columns depend on what the products
 * have, which the database is asked first; memory holds one batch.
 *
 * @returns how many products were written
 */
export async function exportProducts(
  db: Db,
  write: (text: string) => Promise<void>,
  options: ExportOptions = {},
): Promise<number> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (snapshot) => {
      const tables = await readShopTables(snapshot);
      const extent = await measureExtent(snapshot, tables, options.signal);
      const { layout, prepare } = dialectOf(options.format ?? 'institor', extent, tables);
      await write(headerLine(layout));
      let products = 0;
      const { only } = options;
      for await (const streamed of streamProducts(snapshot, PRODUCTS_PER_BATCH)) {
        options.signal?.throwIfAborted();
        const batch = only === undefined ? streamed : streamed.filter(({ id }) => only.has(id));
        if (batch.length === 0) continue;
        const gathered = await gather(snapshot, batch, tables);
        await options.onAssets?.(gathered.named);
        await write(gathered.products.map((product) => productLines(layout, prepare(product))).join(''));
        products += batch.length;
        options.onProgress?.({ products, productsTotal: extent.products });
      }
      return products;
    });
}

type Dialect = { readonly layout: Layout; readonly prepare: (product: ExportProduct) => ExportProduct };

function dialectOf(format: ExportFormat, extent: Extent, tables: ShopTables): Dialect {
  if (format === 'shopify') return { layout: shopifyLayoutOf(extent, tables), prepare: asShopifyHasIt };
  return { layout: layoutOf(extent), prepare: (product) => product };
}
