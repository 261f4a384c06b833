import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { Product } from '../product.ts';

/** Replaces the options of these products. */
export async function replaceOptions(tx: Tx, products: readonly Product[]): Promise<void> {
  if (products.length === 0) return;
  const rows = products.flatMap(({ id, options }) =>
    options.map(({ name, values }, position) => ({ product_id: id, position, name, values })),
  );
  // PostgreSQL runs both parts on the same snapshot, so the deletion must be a statement of its own.
  await sql`delete from catalog.product_option where product_id = any(${idsOf(products)}::uuid[])`.execute(
    tx,
  );
  await sql`
    insert into catalog.product_option (product_id, position, name, "values")
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (product_id uuid, position int, name text, "values" text[])`.execute(tx);
}

/** Replaces the pictures of these products, their order and their alternative texts. */
export async function replaceMedia(tx: Tx, products: readonly Product[]): Promise<void> {
  if (products.length === 0) return;
  const rows = products.flatMap(({ id, media }) =>
    media.map(({ assetId, alt }, position) => ({ product_id: id, asset_id: assetId, position, alt })),
  );
  await sql`delete from catalog.product_media where product_id = any(${idsOf(products)}::uuid[])`.execute(tx);
  await sql`
    insert into catalog.product_media (product_id, asset_id, position, alt)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (product_id uuid, asset_id uuid, position int, alt text)`.execute(tx);
}

/** Replaces the categories of these products; the first is their own. */
export async function replaceCategories(tx: Tx, products: readonly Product[]): Promise<void> {
  if (products.length === 0) return;
  const rows = products.flatMap(({ id, categoryIds }) =>
    categoryIds.map((categoryId, position) => ({ product_id: id, category_id: categoryId, position })),
  );
  await sql`delete from catalog.product_category where product_id = any(${idsOf(products)}::uuid[])`.execute(
    tx,
  );
  await sql`
    insert into catalog.product_category (product_id, category_id, position)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (product_id uuid, category_id uuid, position int)`.execute(tx);
}

/** Products that are no bundles any more are made of nothing. */
export async function takeApart(tx: Tx, products: readonly Product[]): Promise<void> {
  if (products.length === 0) return;
  await sql`
    delete from catalog.bundle_component c using catalog.variant v
    where v.id = c.bundle_variant_id and v.product_id = any(${idsOf(products)}::uuid[])`.execute(tx);
}

function idsOf(products: readonly Product[]): string[] {
  return products.map((product) => product.id);
}
