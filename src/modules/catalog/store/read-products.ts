import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { Product, ProductId } from '../product.ts';
import { PRODUCT_COLUMNS, type ProductRow, productOf } from './product-row.ts';

/** The products with these ids, in the order asked for, those that are gone left out. One round trip. */
export async function readProducts(db: Db, ids: readonly ProductId[]): Promise<Product[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ProductRow>`
    select ${PRODUCT_COLUMNS}
    from unnest(${ids}::uuid[]) with ordinality as asked (id, place)
    join catalog.product p on p.id = asked.id order by asked.place`.execute(db);
  return rows.map(productOf);
}

/** The product with this handle, published or not. One round trip. */
export async function readProductByHandle(db: Db, handle: string): Promise<Product | undefined> {
  const { rows } = await sql<ProductRow>`
    select ${PRODUCT_COLUMNS} from catalog.product p where p.handle = ${handle}`.execute(db);
  return rows.map(productOf)[0];
}

/** Products by handle, one round trip; handles that no product has are not in the map. */
export async function readProductsByHandle(
  db: Db,
  handles: readonly string[],
): Promise<Map<string, Product>> {
  if (handles.length === 0) return new Map();
  const { rows } = await sql<ProductRow>`
    select ${PRODUCT_COLUMNS} from catalog.product p where p.handle = any(${handles}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.handle, productOf(row)]));
}
