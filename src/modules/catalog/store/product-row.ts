import { type RawBuilder, sql } from 'kysely';
import type { CurrencyCode } from '../../../kernel/index.ts';
import type { BrandId } from '../brand.ts';
import type { CategoryId } from '../category.ts';
import type {
  Product,
  ProductId,
  ProductKind,
  ProductMedia,
  ProductStatus,
  SafetyContact,
} from '../product.ts';
import type { AssetId, Option, UnitPriceMeasure, Variant, VariantId } from '../variant.ts';

/** A product with all that hangs on it, as {@link PRODUCT_COLUMNS} reads it from `catalog.product as p`. */
export type ProductRow = {
  id: ProductId;
  handle: string;
  title: string;
  description_html: string;
  kind: ProductKind;
  brand_id: BrandId | null;
  product_type: string;
  tags: string[];
  status: ProductStatus;
  publish_at: Temporal.Instant | null;
  unpublish_at: Temporal.Instant | null;
  seo_title: string;
  seo_description: string;
  attributes: Product['attributes'];
  manufacturer: SafetyContact | null;
  eu_responsible_person: SafetyContact | null;
  safety_warnings: string;
  foreign_fields: Product['foreignFields'];
  version: bigint;
  created_at: Temporal.Instant;
  updated_at: Temporal.Instant;
  published_at: Temporal.Instant | null;
  category_ids: CategoryId[] | null;
  options: Option[] | null;
  media: ProductMedia[] | null;
  variants: VariantRow[] | null;
};

type VariantRow = {
  id: VariantId;
  sku: string | null;
  barcode: string | null;
  option_values: string[];
  // As text: a JSON number beyond 2^53 would lose digits.
  cost_minor: string | null;
  cost_currency: CurrencyCode | null;
  weight_grams: number | null;
  length_mm: number | null;
  width_mm: number | null;
  height_mm: number | null;
  hs_code: string | null;
  origin_country: string | null;
  requires_shipping: boolean;
  is_taxable: boolean;
  tax_code: string;
  unit_price: UnitPriceMeasure | null;
  asset_id: AssetId | null;
  attributes: Variant['attributes'];
  foreign_fields: Variant['foreignFields'];
};

/**
 * Everything of `catalog.product as p` in one row: options, media, categories and variants as JSON in their
 * order.
 */
export const PRODUCT_COLUMNS: RawBuilder<unknown> = sql`
  p.id, p.handle, p.title, p.description_html, p.kind, p.brand_id, p.product_type, p.tags, p.status,
  p.publish_at, p.unpublish_at, p.seo_title, p.seo_description, p.attributes, p.manufacturer,
  p.eu_responsible_person, p.safety_warnings, p.foreign_fields, p.version, p.created_at, p.updated_at,
  p.published_at,
  (select json_agg(c.category_id order by c.position)
    from catalog.product_category c where c.product_id = p.id) as category_ids,
  (select json_agg(json_build_object('name', o.name, 'values', o."values") order by o.position)
    from catalog.product_option o where o.product_id = p.id) as options,
  (select json_agg(json_build_object('assetId', m.asset_id, 'alt', m.alt) order by m.position)
    from catalog.product_media m where m.product_id = p.id) as media,
  (select json_agg(v) from (
    select id, sku, barcode, option_values, cost_minor::text as cost_minor, cost_currency, weight_grams,
      length_mm, width_mm, height_mm, hs_code, origin_country, requires_shipping, is_taxable, tax_code,
      unit_price, asset_id, attributes, foreign_fields
    from catalog.variant where product_id = p.id order by position) v) as variants`;

export function productOf(row: ProductRow): Product {
  return {
    id: row.id,
    handle: row.handle,
    title: row.title,
    descriptionHtml: row.description_html,
    kind: row.kind,
    brandId: row.brand_id ?? undefined,
    productType: row.product_type,
    tags: row.tags,
    status: row.status,
    publishAt: row.publish_at ?? undefined,
    unpublishAt: row.unpublish_at ?? undefined,
    seoTitle: row.seo_title,
    seoDescription: row.seo_description,
    attributes: row.attributes,
    manufacturer: row.manufacturer ?? undefined,
    euResponsiblePerson: row.eu_responsible_person ?? undefined,
    safetyWarnings: row.safety_warnings,
    foreignFields: row.foreign_fields,
    categoryIds: row.category_ids ?? [],
    options: row.options ?? [],
    variants: (row.variants ?? []).map(variantOf),
    media: row.media ?? [],
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    publishedAt: row.published_at ?? undefined,
  };
}

function variantOf(row: VariantRow): Variant {
  const { cost_minor: minor, cost_currency: currency } = row;
  return {
    id: row.id,
    sku: row.sku ?? undefined,
    barcode: row.barcode ?? undefined,
    optionValues: row.option_values,
    cost: minor === null || currency === null ? undefined : { minor: BigInt(minor), currency },
    weightGrams: row.weight_grams ?? undefined,
    lengthMm: row.length_mm ?? undefined,
    widthMm: row.width_mm ?? undefined,
    heightMm: row.height_mm ?? undefined,
    hsCode: row.hs_code ?? undefined,
    originCountry: row.origin_country ?? undefined,
    requiresShipping: row.requires_shipping,
    isTaxable: row.is_taxable,
    taxCode: row.tax_code,
    unitPrice: row.unit_price ?? undefined,
    assetId: row.asset_id ?? undefined,
    attributes: row.attributes,
    foreignFields: row.foreign_fields,
  };
}
