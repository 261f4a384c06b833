import { sql } from 'kysely';
import { type CurrencyCode, currencyOf } from '../../../kernel/index.ts';
import { type Db, fromDocument, type Tx, toDocument } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { LocationId } from '../../inventory/index.ts';
import type { SupplierId } from '../../purchasing/index.ts';
import type { Adjustment, NeedReason } from './need.ts';

/** A need as it was found at the last review. Money in minor units: `costMinor` of the supplier's currency, else the shop's. */
export type KeptNeed = {
  readonly variantId: VariantId;
  readonly locationId: LocationId;
  readonly supplierId: SupplierId;
  readonly currency: CurrencyCode;
  readonly available: number;
  readonly onOrder: number;
  readonly reorderPoint: number;
  readonly orderUpTo: number;
  readonly quantity: number;
  readonly costMinor: bigint;
  readonly costOfShopMinor: bigint;
  readonly valueMinor: bigint;
  readonly lowMinor: bigint;
  readonly highMinor: bigint;
  readonly horizonDays: number;
  readonly waitCostMinor: bigint;
  readonly stockOutChance: number;
  readonly coverDays: number | undefined;
  readonly reasons: readonly NeedReason[];
  readonly adjustment?: Adjustment;
  /** What it was worked out from; missing: it is worked out again. */
  readonly key?: string;
};

/** As it stands in the list. */
export type ReviewedNeed = KeptNeed & { readonly reviewedAt: Temporal.Instant };

export type NeedsAsked = {
  readonly supplierId?: SupplierId | undefined;
  readonly variantIds?: readonly VariantId[] | undefined;
  /** Also those that need nothing. */
  readonly isAll?: boolean | undefined;
  readonly after?: NeedPosition | undefined;
  readonly limit: number;
};
export type NeedPosition = readonly [valueMinor: string, variantId: VariantId];

type Row = Omit<
  ReviewedNeed,
  'currency' | 'stockOutChance' | 'coverDays' | 'reasons' | 'adjustment' | 'key'
> & {
  readonly currency: string;
  readonly stockOutMillionths: number;
  readonly coverDays: number | null;
  readonly reasons: unknown;
};

/** The most valuable first. */
export async function listNeeds(db: Db, asked: NeedsAsked): Promise<ReviewedNeed[]> {
  const { supplierId, variantIds, isAll, after, limit } = asked;
  const { rows } = await sql<Row>`
    select variant_id as "variantId", location_id as "locationId", supplier_id as "supplierId", currency, available,
      on_order as "onOrder", reorder_point as "reorderPoint", order_up_to as "orderUpTo", quantity,
      cost_minor as "costMinor", cost_of_shop_minor as "costOfShopMinor", value_minor as "valueMinor",
      low_minor as "lowMinor", high_minor as "highMinor", horizon_days as "horizonDays",
      wait_cost_minor as "waitCostMinor", stock_out_millionths as "stockOutMillionths", cover_days as "coverDays", reasons,
      greatest(reviewed_at, (select reviewed_at from replenishment.review)) as "reviewedAt"
    from replenishment.need
    where (${isAll ?? false} or quantity > 0)
      and (${supplierId ?? null}::uuid is null or supplier_id = ${supplierId ?? null}::uuid)
      and (${variantIds ?? null}::uuid[] is null or variant_id = any(${variantIds ?? null}::uuid[]))
      and (${after?.[0] ?? null}::bigint is null
        or (-value_minor, variant_id) > (-${after?.[0] ?? null}::bigint, ${after?.[1] ?? null}::uuid))
    order by value_minor desc, variant_id limit ${limit}`.execute(db);
  return rows.map(({ currency, stockOutMillionths, coverDays, reasons, ...row }) => ({
    ...{ ...row, currency: currencyOf(currency), stockOutChance: stockOutMillionths / 1e6 },
    ...{ coverDays: coverDays ?? undefined, reasons: fromDocument<NeedReason[]>(reasons) },
  }));
}

/** When needs were last looked at as a whole. */
export async function readReviewedAt(db: Db): Promise<Temporal.Instant | undefined> {
  const { rows } = await sql<{ at: Temporal.Instant }>`
    select reviewed_at as at from replenishment.review`.execute(db);
  return rows[0]?.at;
}

/** All needs have been looked at, those that are as they were too. */
export async function keepReview(tx: Tx, now: Temporal.Instant): Promise<void> {
  await sql`
    insert into replenishment.review (reviewed_at) values (${now.toString()}::timestamptz)
    on conflict (is_one) do update set reviewed_at = excluded.reviewed_at`.execute(tx);
}

/** What cannot be ordered is not needed. */
export async function forgetNeeds(tx: Tx, variantIds: readonly VariantId[]): Promise<void> {
  if (variantIds.length === 0) return;
  await sql`delete from replenishment.need where variant_id = any(${variantIds}::uuid[])`.execute(tx);
}

/** Keeps what a review found of these variants, in place of what was found before. */
export async function keepNeeds(tx: Tx, needs: readonly KeptNeed[], now: Temporal.Instant): Promise<void> {
  const column = <Value>(of: (need: KeptNeed) => Value) => needs.map(of);
  if (needs.length === 0) return;
  await sql`
    insert into replenishment.need (variant_id, location_id, supplier_id, currency, available, on_order, reorder_point,
      order_up_to, quantity, cost_minor, cost_of_shop_minor, value_minor, low_minor, high_minor, horizon_days,
      wait_cost_minor, stock_out_millionths, cover_days, reasons, adjusted, adjusted_pieces, facts_key, reviewed_at)
    select *, ${now.toString()}::timestamptz from unnest(
      ${column((need) => need.variantId)}::uuid[], ${column((need) => need.locationId)}::uuid[],
      ${column((need) => need.supplierId)}::uuid[], ${column((need) => need.currency)}::text[],
      ${column((need) => need.available)}::int[], ${column((need) => need.onOrder)}::int[],
      ${column((need) => need.reorderPoint)}::int[], ${column((need) => need.orderUpTo)}::int[],
      ${column((need) => need.quantity)}::int[], ${column((need) => need.costMinor)}::bigint[],
      ${column((need) => need.costOfShopMinor)}::bigint[], ${column((need) => need.valueMinor)}::bigint[],
      ${column((need) => need.lowMinor)}::bigint[], ${column((need) => need.highMinor)}::bigint[],
      ${column((need) => need.horizonDays)}::int[], ${column((need) => need.waitCostMinor)}::bigint[],
      ${column((need) => Math.round(need.stockOutChance * 1e6))}::int[],
      ${column((need) => need.coverDays ?? null)}::int[], ${column((need) => toDocument(need.reasons))}::jsonb[],
      ${column((need) => need.adjustment?.why ?? null)}::text[],
      ${column((need) => need.adjustment?.pieces ?? null)}::int[], ${column((need) => need.key ?? '')}::text[])
    order by 1
    on conflict (variant_id) do update set location_id = excluded.location_id, supplier_id = excluded.supplier_id,
      currency = excluded.currency, available = excluded.available, on_order = excluded.on_order,
      reorder_point = excluded.reorder_point, order_up_to = excluded.order_up_to, quantity = excluded.quantity,
      cost_minor = excluded.cost_minor, cost_of_shop_minor = excluded.cost_of_shop_minor,
      value_minor = excluded.value_minor, low_minor = excluded.low_minor, high_minor = excluded.high_minor,
      horizon_days = excluded.horizon_days, wait_cost_minor = excluded.wait_cost_minor,
      stock_out_millionths = excluded.stock_out_millionths, cover_days = excluded.cover_days,
      reasons = excluded.reasons, adjusted = excluded.adjusted, adjusted_pieces = excluded.adjusted_pieces,
      facts_key = excluded.facts_key,
      reviewed_at = excluded.reviewed_at`.execute(tx);
}

/** What the last review of the whole shop made of these together; of most nothing. */
export async function readAdjustments(
  db: Db,
  variantIds: readonly VariantId[],
): Promise<Map<VariantId, Adjustment>> {
  const { rows } = await sql<{ variant_id: VariantId; adjusted: Adjustment['why']; adjusted_pieces: number }>`
    select variant_id, adjusted, adjusted_pieces from replenishment.need
    where variant_id = any(${variantIds}::uuid[]) and adjusted is not null`.execute(db);
  return new Map(
    rows.map(({ variant_id: id, adjusted: why, adjusted_pieces: pieces }) => [id, { why, pieces }]),
  );
}

/** What a need was worked out from, and what of it others go by. */
export type KeptKey = {
  readonly key: string;
  readonly quantity: number;
  readonly reorderPoint: number;
  readonly orderUpTo: number;
  /** Needs together have made something else of it. */
  readonly isAdjusted: boolean;
};

export async function readKept(db: Db, variantIds: readonly VariantId[]): Promise<Map<VariantId, KeptKey>> {
  const { rows } = await sql<KeptKey & { readonly id: VariantId }>`
    select variant_id as id, facts_key as key, quantity, reorder_point as "reorderPoint",
      order_up_to as "orderUpTo", adjusted is not null as "isAdjusted"
    from replenishment.need where variant_id = any(${variantIds}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, ...kept }) => [id, kept]));
}

export type SumNeeded = { readonly costOfShopMinor: bigint; readonly pieces: number };

/** Whom something is to be ordered of, and how much of it. */
export async function listSuppliersNeeded(
  db: Db,
): Promise<readonly (SumNeeded & { readonly supplierId: SupplierId })[]> {
  const { rows } = await sql<SumNeeded & { readonly supplierId: SupplierId }>`
    select supplier_id as "supplierId", sum(cost_of_shop_minor)::bigint as "costOfShopMinor",
      sum(quantity)::float8 as pieces
    from replenishment.need where quantity > 0 group by supplier_id order by supplier_id`.execute(db);
  return rows;
}

/** What all that is to be ordered comes to. */
export async function sumNeeded(db: Db): Promise<SumNeeded> {
  const { rows } = await sql<SumNeeded>`
    select coalesce(sum(cost_of_shop_minor), 0)::bigint as "costOfShopMinor",
      coalesce(sum(quantity), 0)::float8 as pieces
    from replenishment.need where quantity > 0`.execute(db);
  return rows[0] ?? { costOfShopMinor: 0n, pieces: 0 };
}

/** What is bought of a supplier: what is to be ordered first, then what is next to be. */
export async function listIdsOfSupplier(
  db: Db,
  { supplierId, limit }: { readonly supplierId: SupplierId; readonly limit: number },
): Promise<VariantId[]> {
  const { rows } = await sql<{ variant_id: VariantId }>`
    select variant_id from replenishment.need where supplier_id = ${supplierId}
    order by quantity > 0 desc, available + on_order - reorder_point, variant_id limit ${limit}`.execute(db);
  return rows.map((row) => row.variant_id);
}

/** What is to be ordered, the most valuable first. */
export async function listNeededIds(db: Db, limit: number): Promise<VariantId[]> {
  const { rows } = await sql<{ variant_id: VariantId }>`
    select variant_id from replenishment.need where quantity > 0
    order by value_minor desc, variant_id limit ${limit}`.execute(db);
  return rows.map((row) => row.variant_id);
}

/** Held until the transaction ends: who orders one of these waits for who orders it now. */
export async function lockNeeds(tx: Tx, variantIds: readonly VariantId[]): Promise<void> {
  await sql`
    select variant_id from replenishment.need where variant_id = any(${variantIds}::uuid[])
    order by variant_id for update`.execute(tx);
}
