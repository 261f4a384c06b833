import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { Attributes } from '../attribute.ts';
import type { VariantId } from '../variant.ts';

/** Which attributes and foreign fields any product or variant has: what a table of all products has columns for. */
export type UsedFields = {
  readonly products: number;
  /** Keys. */
  readonly productAttributes: readonly string[];
  readonly variantAttributes: readonly string[];
  /** Names, of products and variants together. */
  readonly foreignFields: readonly string[];
};

/** One round trip that reads every product and variant once, in the database. */
export async function readUsedFields(db: Db): Promise<UsedFields> {
  const { rows } = await sql<UsedFields>`
    select (select count(*)::int from catalog.product) as products,
      array(select distinct jsonb_object_keys(attributes) from catalog.product) as "productAttributes",
      array(select distinct jsonb_object_keys(attributes) from catalog.variant) as "variantAttributes",
      array(select jsonb_object_keys(foreign_fields) from catalog.product
        union select jsonb_object_keys(foreign_fields) from catalog.variant) as "foreignFields"`.execute(db);
  return rows[0] ?? { products: 0, productAttributes: [], variantAttributes: [], foreignFields: [] };
}

/** A page of all variant ids, oldest first: the next page is asked for with the last id of this one. */
export async function listVariantIds(
  db: Db,
  page: { readonly after?: VariantId | undefined; readonly limit: number },
): Promise<VariantId[]> {
  const { rows } = await sql<{ id: VariantId }>`
    select id from catalog.variant
    where ${page.after ?? null}::uuid is null or id > ${page.after ?? null}::uuid
    order by id limit ${page.limit}`.execute(db);
  return rows.map((row) => row.id);
}

/** What is said of each variant by attributes, its own before its product's; those of which nothing is said are not in the map. */
export async function readAttributesOf(
  db: Db,
  variantIds: readonly VariantId[],
): Promise<ReadonlyMap<VariantId, Attributes>> {
  const { rows } = await sql<{ id: VariantId; attributes: Attributes }>`
    select v.id, p.attributes || v.attributes as attributes
    from catalog.variant v join catalog.product p on p.id = v.product_id
    where v.id = any(${variantIds}::uuid[]) and p.attributes || v.attributes <> '{}'`.execute(db);
  return new Map(rows.map(({ id, attributes }) => [id, attributes]));
}
