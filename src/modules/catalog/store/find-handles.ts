import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { ProductId } from '../product.ts';

/** Which product has each handle, published or not; handles that none has are not in the map. */
export async function findExistingHandles(
  db: Db,
  handles: readonly string[],
): Promise<Map<string, ProductId>> {
  if (handles.length === 0) return new Map();
  const { rows } = await sql<{ handle: string; id: ProductId }>`
    select handle, id from catalog.product where handle = any(${handles}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.handle, row.id]));
}

/** The handle of each product; products that are gone are not in the map. */
export async function readHandles(db: Db, ids: readonly ProductId[]): Promise<Map<ProductId, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: ProductId; handle: string }>`
    select id, handle from catalog.product where id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row.handle]));
}
