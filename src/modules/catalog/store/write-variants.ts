import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { ProductId } from '../product.ts';
import type { Variant, VariantId } from '../variant.ts';

/** A variant with its product and its place in it. */
export type PlacedVariant = Variant & { readonly productId: ProductId; readonly position: number };

export async function deleteVariants(tx: Tx, ids: readonly VariantId[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from catalog.variant where id = any(${ids}::uuid[])`.execute(tx);
}

/** Frees SKUs that are about to move to another variant: the constraint is checked row by row. */
export async function releaseSkus(tx: Tx, ids: readonly VariantId[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`update catalog.variant set sku = null where id = any(${ids}::uuid[])`.execute(tx);
}

export async function updateVariants(tx: Tx, variants: readonly PlacedVariant[]): Promise<void> {
  for (const rows of statementsOf(variants)) {
    await sql`
      update catalog.variant v set
        position = g.position, sku = g.sku, barcode = g.barcode, option_values = g.option_values,
        cost_minor = g.cost_minor, cost_currency = g.cost_currency, weight_grams = g.weight_grams,
        length_mm = g.length_mm, width_mm = g.width_mm, height_mm = g.height_mm, hs_code = g.hs_code,
        origin_country = g.origin_country, requires_shipping = g.requires_shipping, is_taxable = g.is_taxable,
        tax_code = g.tax_code, unit_price = g.unit_price, asset_id = g.asset_id, attributes = g.attributes,
        foreign_fields = g.foreign_fields
      from jsonb_to_recordset(${rows}::jsonb) as g ${RECORD} where v.id = g.id`.execute(tx);
  }
}

/**
 * In the order of SKUs, so that two batches with the same SKU wait for each other instead of blocking each
 * other.
 */
export async function insertVariants(tx: Tx, variants: readonly PlacedVariant[]): Promise<void> {
  for (const rows of statementsOf(variants)) {
    await sql`
      insert into catalog.variant (${COLUMNS})
      select ${COLUMNS} from jsonb_to_recordset(${rows}::jsonb) as g ${RECORD}
      order by sku, id`.execute(tx);
  }
}

// 500 products may have a million variants, and a jsonb value holds 256 MB.
const VARIANTS_PER_STATEMENT = 10_000;

function* statementsOf(variants: readonly PlacedVariant[]): Generator<string> {
  for (let start = 0; start < variants.length; start += VARIANTS_PER_STATEMENT) {
    yield rowsOf(variants.slice(start, start + VARIANTS_PER_STATEMENT));
  }
}

const COLUMNS = sql`id, product_id, position, sku, barcode, option_values, cost_minor, cost_currency,
  weight_grams, length_mm, width_mm, height_mm, hs_code, origin_country, requires_shipping, is_taxable,
  tax_code, unit_price, asset_id, attributes, foreign_fields`;

const RECORD = sql`(id uuid, product_id uuid, position int, sku text, barcode text, option_values text[],
  cost_minor bigint, cost_currency text, weight_grams int, length_mm int, width_mm int, height_mm int,
  hs_code text, origin_country text, requires_shipping boolean, is_taxable boolean, tax_code text,
  unit_price jsonb, asset_id uuid, attributes jsonb, foreign_fields jsonb)`;

function rowsOf(variants: readonly PlacedVariant[]): string {
  const rows = variants.map((variant) => ({
    id: variant.id,
    product_id: variant.productId,
    position: variant.position,
    sku: variant.sku,
    barcode: variant.barcode,
    option_values: variant.optionValues,
    cost_minor: variant.cost?.minor.toString(),
    cost_currency: variant.cost?.currency,
    weight_grams: variant.weightGrams,
    length_mm: variant.lengthMm,
    width_mm: variant.widthMm,
    height_mm: variant.heightMm,
    hs_code: variant.hsCode,
    origin_country: variant.originCountry,
    requires_shipping: variant.requiresShipping,
    is_taxable: variant.isTaxable,
    tax_code: variant.taxCode,
    unit_price: variant.unitPrice,
    asset_id: variant.assetId,
    attributes: variant.attributes,
    foreign_fields: variant.foreignFields,
  }));
  return JSON.stringify(rows);
}
