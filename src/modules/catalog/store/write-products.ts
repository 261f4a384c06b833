import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { Product } from '../product.ts';

/** In the order of handles, so that two batches wait for each other instead of blocking each other. */
export async function insertProducts(tx: Tx, products: readonly Product[]): Promise<void> {
  if (products.length === 0) return;
  await sql`
    insert into catalog.product (${COLUMNS})
    select ${COLUMNS} from jsonb_to_recordset(${rowsOf(products)}::jsonb) as given ${RECORD}
    order by handle`.execute(tx);
}

/** Writes every column of products that are locked already and counts their version up. */
export async function updateProducts(tx: Tx, products: readonly Product[]): Promise<void> {
  if (products.length === 0) return;
  await sql`
    update catalog.product p set
      title = g.title, description_html = g.description_html, kind = g.kind, brand_id = g.brand_id,
      product_type = g.product_type, tags = g.tags, status = g.status, publish_at = g.publish_at,
      unpublish_at = g.unpublish_at, seo_title = g.seo_title, seo_description = g.seo_description,
      attributes = g.attributes, manufacturer = g.manufacturer,
      eu_responsible_person = g.eu_responsible_person, safety_warnings = g.safety_warnings,
      foreign_fields = g.foreign_fields, updated_at = g.updated_at,
      published_at = g.published_at, version = p.version + 1
    from jsonb_to_recordset(${rowsOf(products)}::jsonb) as g ${RECORD} where p.id = g.id`.execute(tx);
}

const COLUMNS = sql`id, handle, title, description_html, kind, brand_id, product_type, tags, status,
  publish_at, unpublish_at, seo_title, seo_description, attributes, manufacturer, eu_responsible_person,
  safety_warnings, foreign_fields, created_at, updated_at, published_at`;

const RECORD = sql`(id uuid, handle text, title text, description_html text, kind text, brand_id uuid,
  product_type text, tags text[], status text, publish_at timestamptz, unpublish_at timestamptz,
  seo_title text, seo_description text, attributes jsonb, manufacturer jsonb, eu_responsible_person jsonb,
  safety_warnings text, foreign_fields jsonb, created_at timestamptz, updated_at timestamptz,
  published_at timestamptz)`;

/** The rows as JSON text; a key with `undefined` is left out and read as null. */
function rowsOf(products: readonly Product[]): string {
  const rows = products.map((product) => ({
    id: product.id,
    handle: product.handle,
    title: product.title,
    description_html: product.descriptionHtml,
    kind: product.kind,
    brand_id: product.brandId,
    product_type: product.productType,
    tags: product.tags,
    status: product.status,
    publish_at: product.publishAt,
    unpublish_at: product.unpublishAt,
    seo_title: product.seoTitle,
    seo_description: product.seoDescription,
    attributes: product.attributes,
    manufacturer: product.manufacturer,
    eu_responsible_person: product.euResponsiblePerson,
    safety_warnings: product.safetyWarnings,
    foreign_fields: product.foreignFields,
    created_at: product.createdAt,
    updated_at: product.updatedAt,
    published_at: product.publishedAt,
  }));
  return JSON.stringify(rows);
}
