import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { Product, ProductId } from '../product.ts';
import { PRODUCT_COLUMNS, type ProductRow, productOf } from './product-row.ts';

/** A page of all product ids, oldest first: the next page is asked for with the last id of this one. */
export async function listProductIds(
  db: Db,
  page: { readonly after?: ProductId | undefined; readonly limit: number },
): Promise<ProductId[]> {
  const { rows } = await sql<{ id: ProductId }>`
    select id from catalog.product
    where ${page.after ?? null}::uuid is null or id > ${page.after ?? null}::uuid
    order by id limit ${page.limit}`.execute(db);
  return rows.map((row) => row.id);
}

/**
 * Every product in the order of handles, `batchSize` at a time: memory holds one batch however many there
 * are. A product saved meanwhile is read as it then is.
 */
export async function* streamProducts(db: Db, batchSize: number): AsyncGenerator<Product[]> {
  let after = '';
  while (true) {
    const { rows } = await sql<ProductRow>`
      select ${PRODUCT_COLUMNS} from catalog.product p where p.handle > ${after}
      order by p.handle limit ${batchSize}`.execute(db);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.handle;
    yield rows.map(productOf);
  }
}
