import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { ProductId, VariantId } from '../../catalog/index.ts';
import type { LocationId } from '../level.ts';
import type { FiledItem, Item } from './item.ts';

/**
 * Makes the items of these products what is given. Those that are not given any more go, with their empty levels; of
 * which something lies somewhere still stay, as archived: every level has an item.
 */
export async function writeItems(
  tx: Tx,
  { productIds, items }: { readonly productIds: readonly ProductId[]; readonly items: readonly FiledItem[] },
): Promise<void> {
  const given = items.map((item) => item.variantId);
  await sql`
    with gone as (
      select variant_id from inventory.item
      where product_id = any(${productIds}::uuid[]) and variant_id <> all(${given}::uuid[])
    ), emptied as (
      delete from inventory.level using gone
      where level.variant_id = gone.variant_id and level.on_hand = 0 and level.reserved = 0
    ), lying as (
      select gone.variant_id from gone where exists (
        select from inventory.level where level.variant_id = gone.variant_id
          and (level.on_hand <> 0 or level.reserved <> 0))
    ), kept as (
      update inventory.item set status = 'archived' from lying where item.variant_id = lying.variant_id
    )
    delete from inventory.item using gone
    where item.variant_id = gone.variant_id and gone.variant_id not in (select variant_id from lying)`.execute(
    tx,
  );
  if (items.length === 0) return;
  const column = <Value>(of: (item: FiledItem) => Value) => items.map(of);
  await sql`
    insert into inventory.item as kept
      (variant_id, product_id, title, options, sku, barcode, brand_id, asset_id, kind, status, words, place)
    select variant_id, product_id, title, options, sku, barcode, brand_id, asset_id, kind, status,
      array_to_tsvector(string_to_array(words, ' ')), place
    from unnest(
      ${column((item) => item.variantId)}::uuid[], ${column((item) => item.productId)}::uuid[],
      ${column((item) => item.title)}::text[], ${column((item) => item.options)}::text[],
      ${column((item) => item.sku ?? null)}::text[], ${column((item) => item.barcode ?? null)}::text[],
      ${column((item) => item.brandId ?? null)}::uuid[], ${column((item) => item.assetId ?? null)}::uuid[],
      ${column((item) => item.kind)}::text[], ${column((item) => item.status)}::text[],
      ${column((item) => item.words.join(' '))}::text[], ${column((item) => item.place)}::text[]
    ) as given (variant_id, product_id, title, options, sku, barcode, brand_id, asset_id, kind, status, words, place)
    order by variant_id
    on conflict (variant_id) do update set product_id = excluded.product_id, title = excluded.title,
      options = excluded.options, sku = excluded.sku, barcode = excluded.barcode, brand_id = excluded.brand_id,
      asset_id = excluded.asset_id, kind = excluded.kind, status = excluded.status, words = excluded.words,
      place = excluded.place
    where kept is distinct from excluded`.execute(tx);
}

/** Gives goods that no place has ever held an empty shelf, told already: lists show them, and nothing else changes. */
export async function makeEmptyLevels(
  tx: Tx,
  { variantIds, locationId }: { readonly variantIds: readonly VariantId[]; readonly locationId: LocationId },
): Promise<void> {
  await sql`
    insert into inventory.level (variant_id, location_id, told_available)
    select id, ${locationId}, 0 from unnest(${variantIds}::uuid[]) as given (id)
    where not exists (select from inventory.level where level.variant_id = given.id)
    order by id on conflict do nothing`.execute(tx);
}

type ItemRow = {
  variant_id: Item['variantId'];
  product_id: Item['productId'];
  title: string;
  options: string;
  sku: string | null;
  barcode: string | null;
  brand_id: NonNullable<Item['brandId']> | null;
  asset_id: NonNullable<Item['assetId']> | null;
  kind: Item['kind'];
  status: Item['status'];
};

/** The columns of an item, for whoever joins `inventory.item`. */
export const ITEM_COLUMNS = sql.raw(
  ['variant_id', 'product_id', 'title', 'options', 'sku', 'barcode', 'brand_id', 'asset_id', 'kind', 'status']
    .map((name) => `item.${name}`)
    .join(', '),
);
export type { ItemRow };

export function itemOf(row: ItemRow): Item {
  return {
    ...{ variantId: row.variant_id, productId: row.product_id, title: row.title, options: row.options },
    ...{ sku: row.sku ?? undefined, barcode: row.barcode ?? undefined, brandId: row.brand_id ?? undefined },
    ...{ assetId: row.asset_id ?? undefined, kind: row.kind, status: row.status },
  };
}

/** Items by id; one that is gone from the catalogue is not in the map. */
export async function readItems(db: Db, variantIds: readonly VariantId[]): Promise<Map<VariantId, Item>> {
  if (variantIds.length === 0) return new Map();
  const { rows } = await sql<ItemRow>`
    select ${ITEM_COLUMNS} from inventory.item where variant_id = any(${variantIds}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.variant_id, itemOf(row)]));
}

/**
 * The items with this SKU or barcode, in whatever case. A barcode is the same with and without leading zeros: a
 * UPC-A of twelve digits is an EAN-13 that begins with one.
 */
export async function findItemsByCode(db: Db, code: string): Promise<Item[]> {
  const text = code.trim();
  const digits = /^\d{8,14}$/.test(text) ? text.replace(/^0+/, '') : undefined;
  const barcodes = digits === undefined ? [text] : [8, 12, 13, 14].map((size) => digits.padStart(size, '0'));
  const { rows } = await sql<ItemRow>`
    select ${ITEM_COLUMNS} from inventory.item
    where lower(sku) = ${text.toLowerCase()} or barcode = any(${[...new Set([text, ...barcodes])]}::text[])
    order by place, variant_id limit 20`.execute(db);
  return rows.map(itemOf);
}

/** Where filling the copy has come to; undefined when it is done. */
export async function lockFill(tx: Tx): Promise<{ readonly after: ProductId | undefined } | undefined> {
  const { rows } = await sql<{ after_id: ProductId | null; is_done: boolean }>`
    select after_id, is_done from inventory.item_fill for update`.execute(tx);
  const [row] = rows;
  return row === undefined || row.is_done ? undefined : { after: row.after_id ?? undefined };
}

export async function noteFill(tx: Tx, after: ProductId | undefined): Promise<void> {
  await sql`
    update inventory.item_fill set after_id = coalesce(${after ?? null}::uuid, after_id),
      is_done = ${after === undefined}`.execute(tx);
}
