import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { SupplierId } from '../supplier/supplier.ts';
import type { PriceBreak } from './price.ts';
import type { SourceDraft } from './source.ts';

/** An entry as it is on a day: `breaks` are those in force then, `coming` the next that were announced. */
export type SourceRow = Omit<SourceDraft, 'validFrom'> & {
  readonly supplierId: SupplierId;
  readonly coming: AnnouncedPrices | undefined;
};
export type AnnouncedPrices = {
  readonly validFrom: Temporal.PlainDate;
  readonly breaks: readonly PriceBreak[];
};

type PriceRow = { readonly from: number; readonly price: string; readonly per: number };
type Row = Omit<SourceRow, 'sku' | 'shelfLifeDays' | 'breaks' | 'coming'> & {
  readonly sku: string;
  readonly shelfLifeDays: number | null;
  readonly breaks: readonly PriceRow[] | null;
  readonly comingOn: Temporal.PlainDate | null;
  readonly comingBreaks: readonly PriceRow[] | null;
};

const EVER = '0001-01-01';

function columnsOn(on: Temporal.PlainDate) {
  return sql`source.supplier_id as "supplierId", source.variant_id as "variantId", source.sku,
    source.pack_size as "packSize", source.minimum_quantity as "minimumQuantity",
    source.shelf_life_days as "shelfLifeDays", source.rank, now_prices.breaks, next_prices.on_day as "comingOn",
    next_prices.breaks as "comingBreaks"
    from purchasing.source
    left join lateral (${pricesOf('desc', sql`<= ${on.toString()}::date`)}) now_prices on true
    left join lateral (${pricesOf('asc', sql`> ${on.toString()}::date`)}) next_prices on true`;
}

/** The prices of an entry of one day: the first day in this order that is so. */
function pricesOf(order: 'asc' | 'desc', isSo: RawBuilder<unknown>) {
  return sql`
    select valid_from as on_day, jsonb_agg(jsonb_build_object('from', from_quantity, 'price', price_minor::text,
      'per', per_quantity) order by from_quantity) as breaks
    from purchasing.price_break one
    where one.supplier_id = source.supplier_id and one.variant_id = source.variant_id and valid_from ${isSo}
    group by valid_from order by valid_from ${sql.raw(order)} limit 1`;
}

/** Who sells these variants at a price by now, of suppliers that are active, whom to buy from first first. */
export async function selectSources(
  db: Db,
  variantIds: readonly VariantId[],
  on: Temporal.PlainDate,
): Promise<SourceRow[]> {
  const { rows } = await sql<Row>`
    select ${columnsOn(on)} join purchasing.supplier on supplier.id = source.supplier_id
    where source.variant_id = any(${variantIds}::uuid[]) and supplier.is_active
      and now_prices.breaks is not null
    order by source.variant_id, source.rank, lower(supplier.name), supplier.id`.execute(db);
  return rows.map(sourceOf);
}

/** A page of what a supplier sells, after a variant. */
export async function selectPriceList(
  db: Db,
  asked: {
    readonly supplierId: SupplierId;
    readonly on: Temporal.PlainDate;
    readonly after?: VariantId | undefined;
    readonly variantIds?: readonly VariantId[];
    readonly limit: number;
  },
): Promise<SourceRow[]> {
  const { rows } = await sql<Row>`
    select ${columnsOn(asked.on)}
    where source.supplier_id = ${asked.supplierId} and (${asked.after ?? null}::uuid is null or source.variant_id > ${asked.after ?? null})
      and (${asked.variantIds ?? null}::uuid[] is null or source.variant_id = any(${asked.variantIds ?? null}::uuid[]))
    order by source.variant_id limit ${asked.limit}`.execute(db);
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
    delete from purchasing.price_break one using unnest(
      ${sources.map((of) => of.variantId)}::uuid[], ${sources.map((of) => of.validFrom?.toString() ?? null)}::date[]
    ) as given (variant_id, valid_from)
    where one.supplier_id = ${supplierId} and one.variant_id = given.variant_id
      and (given.valid_from is null or one.valid_from = given.valid_from)`.execute(tx);
  const breaks = sources.flatMap(({ variantId, breaks: some, validFrom }) =>
    some.map((one) => ({ ...one, variantId, validFrom: validFrom?.toString() ?? EVER })),
  );
  await sql`
    insert into purchasing.price_break (supplier_id, variant_id, from_quantity, price_minor, per_quantity, valid_from)
    select ${supplierId}::uuid, given.* from unnest(
      ${breaks.map((one) => one.variantId)}::uuid[], ${breaks.map((one) => one.from)}::int[],
      ${breaks.map((one) => one.priceMinor)}::bigint[], ${breaks.map((one) => one.perQuantity)}::int[],
      ${breaks.map((one) => one.validFrom)}::date[]
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

function sourceOf({ sku, shelfLifeDays, breaks, comingOn, comingBreaks, ...row }: Row): SourceRow {
  return {
    ...row,
    ...{ sku: sku === '' ? undefined : sku, shelfLifeDays: shelfLifeDays ?? undefined },
    breaks: (breaks ?? []).map(breakOf),
    coming:
      comingOn === null ? undefined : { validFrom: comingOn, breaks: (comingBreaks ?? []).map(breakOf) },
  };
}

function breakOf({ from, price, per }: PriceRow): PriceBreak {
  return { from, priceMinor: BigInt(price), perQuantity: per };
}
