import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { ProductId } from '../product.ts';
import type { VariantId } from '../variant.ts';

/** Which product has a variant with each SKU; SKUs that none has are not in the map. */
export async function findHandlesBySku(db: Db, skus: readonly string[]): Promise<Map<string, string>> {
  if (skus.length === 0) return new Map();
  const { rows } = await sql<{ sku: string; handle: string }>`
    select v.sku, p.handle from catalog.variant v join catalog.product p on p.id = v.product_id
    where v.sku = any(${skus}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.sku, row.handle]));
}

/** The product of each variant; variants that are gone are not in the map. */
export async function readProductIdsOfVariants(
  db: Db,
  ids: readonly VariantId[],
): Promise<Map<VariantId, ProductId>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: VariantId; product_id: ProductId }>`
    select id, product_id from catalog.variant where id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row.product_id]));
}
