import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { SupplierId } from '../supplier/supplier.ts';
import type { SourceDraft } from './source.ts';

export type SourceRow = SourceDraft & { readonly supplierId: SupplierId };

type Row = Omit<SourceRow, 'sku' | 'shelfLifeDays' | 'breaks'> & {
  readonly sku: string;
  readonly shelfLifeDays: number | null;
  readonly breaks: readonly { readonly from: number; readonly price: string; readonly per: number }[] | null;
};

const COLUMNS = sql`source.supplier_id as "supplierId", source.variant_id as "variantId", source.sku,
  source.pack_size as "packSize", source.minimum_quantity as "minimumQuantity",
  source.shelf_life_days as "shelfLifeDays", source.rank, (
    select jsonb_agg(jsonb_build_object('from', from_quantity, 'price', price_minor::text, 'per', per_quantity)
      order by from_quantity) from purchasing.price_break one
    where one.supplier_id = source.supplier_id and one.variant_id = source.variant_id) as breaks`;

/** Who sells these variants, of suppliers that are active, whom to buy from first first. */
export async function selectSources(db: Db, variantIds: readonly VariantId[]): Promise<SourceRow[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from purchasing.source join purchasing.supplier on supplier.id = source.supplier_id
    where source.variant_id = any(${variantIds}::uuid[]) and supplier.is_active
    order by source.variant_id, source.rank, lower(supplier.name), supplier.id`.execute(db);
  return rows.map(sourceOf);
}

/** A page of what a supplier sells, after a variant. */
export async function selectPriceList(
  db: Db,
  asked: {
    readonly supplierId: SupplierId;
    readonly after?: VariantId | undefined;
    readonly variantIds?: readonly VariantId[];
    readonly limit: number;
  },
): Promise<SourceRow[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from purchasing.source
    where supplier_id = ${asked.supplierId} and (${asked.after ?? null}::uuid is null or variant_id > ${asked.after ?? null})
      and (${asked.variantIds ?? null}::uuid[] is null or variant_id = any(${asked.variantIds ?? null}::uuid[]))
    order by variant_id limit ${asked.limit}`.execute(db);
  return rows.map(sourceOf);
}

/** Writes entries in place of those there were of the same variants. */
export async function writeSources(
  tx: Tx,
  supplierId: SupplierId,
  sources: readonly SourceDraft[],
): Promise<void> {
  await sql`
    insert into purchasing.source (supplier_id, variant_id, sku, pack_size, minimum_quantity, shelf_life_days, rank)
    select ${supplierId}::uuid, given.* from unnest(
      ${sources.map((one) => one.variantId)}::uuid[], ${sources.map((one) => one.sku ?? '')}::text[],
      ${sources.map((one) => one.packSize)}::int[], ${sources.map((one) => one.minimumQuantity)}::int[],
      ${sources.map((one) => one.shelfLifeDays ?? null)}::int[], ${sources.map((one) => one.rank)}::smallint[]
    ) as given
    on conflict (supplier_id, variant_id) do update set sku = excluded.sku, pack_size = excluded.pack_size,
      minimum_quantity = excluded.minimum_quantity, shelf_life_days = excluded.shelf_life_days,
      rank = excluded.rank`.execute(tx);
  await sql`
    delete from purchasing.price_break where supplier_id = ${supplierId}
      and variant_id = any(${sources.map((one) => one.variantId)}::uuid[])`.execute(tx);
  const breaks = sources.flatMap(({ variantId, breaks: some }) => some.map((one) => ({ ...one, variantId })));
  await sql`
    insert into purchasing.price_break (supplier_id, variant_id, from_quantity, price_minor, per_quantity)
    select ${supplierId}::uuid, given.* from unnest(
      ${breaks.map((one) => one.variantId)}::uuid[], ${breaks.map((one) => one.from)}::int[],
      ${breaks.map((one) => one.priceMinor)}::bigint[], ${breaks.map((one) => one.perQuantity)}::int[]
    ) as given`.execute(tx);
}

export async function deleteSources(
  tx: Tx,
  supplierId: SupplierId,
  variantIds: readonly VariantId[],
): Promise<void> {
  await sql`
    delete from purchasing.source
    where supplier_id = ${supplierId} and variant_id = any(${variantIds}::uuid[])`.execute(tx);
}

function sourceOf({ sku, shelfLifeDays, breaks, ...row }: Row): SourceRow {
  return {
    ...row,
    ...{ sku: sku === '' ? undefined : sku, shelfLifeDays: shelfLifeDays ?? undefined },
    breaks: (breaks ?? []).map(({ from, price, per }) => ({
      ...{ from, priceMinor: BigInt(price), perQuantity: per },
    })),
  };
}
