import { Readable } from 'node:stream';
import { z } from 'zod';
import { EXPORT_FORMATS, exportedProducts } from '../../../../modules/exchange/index.ts';
import { readListedIds } from '../../../../modules/merchandising/index.ts';
import { type WorkKind, WorkStopped } from '../../../../platform/work/index.ts';
import { productFilter } from '../contract/product-table.ts';

const asked = z.object({ format: z.enum(EXPORT_FORMATS), filter: productFilter });
export type ProductFileAsked = z.infer<typeof asked>;

const MOST = 1_000_000;

/** The products that a filter finds as a file that can be imported again: their cells are those of the importer. */
export const productFile: WorkKind<ProductFileAsked> = {
  name: 'export.products',
  parse: (payload) => asked.parse(payload),
  run: async ({ db, now, report, signal }, { format, filter }) => {
    const isAll = Object.values(filter).every((value) => value === undefined);
    const only = isAll ? undefined : new Set(await readListedIds(db, filter, MOST));
    let progress = { done: 0, total: only?.size ?? 0 };
    const lines = exportedProducts(db, format, {
      signal,
      ...(only ? { only } : {}),
      onProgress: ({ products, productsTotal }) => {
        progress = { done: products, total: only?.size ?? productsTotal };
      },
    });
    const content = async function* () {
      for await (const piece of lines) {
        if (!(await report(progress))) throw new WorkStopped();
        yield piece;
      }
    };
    const name = `products-${format}-${now.toString().slice(0, 10)}.csv`;
    return {
      result: () => ({ products: progress.done }),
      file: { name, mime: 'text/csv; charset=utf-8', content: Readable.from(content()) },
    };
  },
};
