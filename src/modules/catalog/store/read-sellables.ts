import { sql } from 'kysely';
import type { CurrencyCode, Locale } from '../../../kernel/index.ts';
import { type Db, keptPlan } from '../../../platform/database/index.ts';
import type { Sellable } from '../sellable.ts';
import type { VariantId } from '../variant.ts';

/**
 * What a cart, an order or a parcel needs to know of each variant, in a shopper's language; variants that are gone are
 * not in the map. One round trip.
 *
 * @param locales where to look for a translated text, nearest first; [] for the shop's own language
 */
export async function readSellables(
  db: Db,
  variantIds: readonly VariantId[],
  locales: readonly Locale[] = [],
): Promise<Map<VariantId, Sellable>> {
  if (variantIds.length === 0) return new Map();
  const { rows } = await sql<SellableRow>`
    select v.id as "variantId", p.id as "productId", p.handle, p.title, p.kind, p.brand_id as "brandId", p.tags,
      p.status, p.publish_at as "publishAt", p.unpublish_at as "unpublishAt", v.sku, v.option_values as "optionValues",
      (select array_agg(o.name order by o.position) from catalog.product_option o where o.product_id = p.id)
        as "optionNames",
      (select array_agg(c.path order by m.position) from catalog.product_category m
        join catalog.category c on c.id = m.category_id where m.product_id = p.id) as "categoryPaths",
      coalesce(v.asset_id, (select m.asset_id from catalog.product_media m where m.product_id = p.id
        order by m.position limit 1)) as "assetId",
      case when p.kind = 'bundle' then (
        select jsonb_agg(jsonb_build_object('variantId', b.component_variant_id, 'quantity', b.quantity)
          order by b.component_variant_id)
        from catalog.bundle_component b where b.bundle_variant_id = v.id) end as components,
      case when ${locales.length > 0} then (
        select jsonb_object_agg(t.locale || ' ' || t.field, t.value) from catalog.translation t
        where t.entity = 'product' and t.entity_id = p.id::text and t.locale = any(${locales}::text[])
          and (t.field = 'title' or t.field like 'option:%')) end as texts,
      v.weight_grams as "weightGrams", v.length_mm as "lengthMm", v.width_mm as "widthMm", v.height_mm as "heightMm",
      v.requires_shipping as "requiresShipping", v.is_taxable as "isTaxable", v.tax_code as "taxCode",
      v.cost_minor as "costMinor", v.cost_currency as "costCurrency"
    from catalog.variant v join catalog.product p on p.id = v.product_id
    where v.id = any((select ${keptPlan(variantIds)})::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.variantId, sellableOf(row, locales)]));
}

/** What says whether it may be put into a cart. */
export type Offered = Pick<
  Sellable,
  'variantId' | 'productId' | 'title' | 'kind' | 'status' | 'publishAt' | 'unpublishAt'
>;

/** The little of it that decides whether a variant is for sale, at a third of the cost. */
export async function readOffered(
  db: Db,
  variantIds: readonly VariantId[],
): Promise<Map<VariantId, Offered>> {
  const { rows } = await sql<Omit<Offered, 'publishAt' | 'unpublishAt'> & Publication>`
    select v.id as "variantId", p.id as "productId", p.title, p.kind, p.status, p.publish_at as "publishAt",
      p.unpublish_at as "unpublishAt"
    from catalog.variant v join catalog.product p on p.id = v.product_id
    where v.id = any((select ${keptPlan(variantIds)})::uuid[])`.execute(db);
  return new Map(
    rows.map(({ publishAt, unpublishAt, ...row }) => {
      const offered = { ...row, publishAt: publishAt ?? undefined, unpublishAt: unpublishAt ?? undefined };
      return [row.variantId, offered];
    }),
  );
}

type Publication = {
  readonly publishAt: Temporal.Instant | null;
  readonly unpublishAt: Temporal.Instant | null;
};

type SellableRow = Omit<
  Sellable,
  | 'brandId'
  | 'publishAt'
  | 'unpublishAt'
  | 'sku'
  | 'options'
  | 'categoryPaths'
  | 'assetId'
  | 'components'
  | 'weightGrams'
  | 'dimensionsMm'
  | 'cost'
> &
  Publication & {
    readonly brandId: NonNullable<Sellable['brandId']> | null;
    readonly sku: string | null;
    readonly optionNames: string[] | null;
    readonly optionValues: string[];
    readonly categoryPaths: string[] | null;
    readonly assetId: NonNullable<Sellable['assetId']> | null;
    readonly components: Sellable['components'] | null;
    readonly texts: Readonly<Record<string, string>> | null;
    readonly weightGrams: number | null;
    readonly lengthMm: number | null;
    readonly widthMm: number | null;
    readonly heightMm: number | null;
    readonly costMinor: bigint | null;
    readonly costCurrency: CurrencyCode | null;
  };

function sellableOf(row: SellableRow, locales: readonly Locale[]): Sellable {
  const text = (field: string, own: string) =>
    locales.map((locale) => row.texts?.[`${locale} ${field}`]).find((found) => found !== undefined) ?? own;
  const { lengthMm, widthMm, heightMm, costMinor, costCurrency } = row;
  return {
    variantId: row.variantId,
    productId: row.productId,
    handle: row.handle,
    title: text('title', row.title),
    kind: row.kind,
    brandId: row.brandId ?? undefined,
    tags: row.tags,
    status: row.status,
    publishAt: row.publishAt ?? undefined,
    unpublishAt: row.unpublishAt ?? undefined,
    sku: row.sku ?? undefined,
    options: row.optionValues.map((value, place) => ({
      name: text(`option:${place}:name`, row.optionNames?.[place] ?? ''),
      value: text(`option:${place}:value:${value}`, value),
    })),
    categoryPaths: row.categoryPaths ?? [],
    assetId: row.assetId ?? undefined,
    components: row.components ?? [],
    weightGrams: row.weightGrams ?? 0,
    dimensionsMm:
      lengthMm === null || widthMm === null || heightMm === null ? undefined : [lengthMm, widthMm, heightMm],
    requiresShipping: row.requiresShipping,
    isTaxable: row.isTaxable,
    taxCode: row.taxCode,
    cost:
      costMinor === null || costCurrency === null ? undefined : { minor: costMinor, currency: costCurrency },
  };
}
