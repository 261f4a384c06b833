import { sql } from 'kysely';
import { type CurrencyCode, currencyOf } from '../../kernel/index.ts';
import { type Db, keptPlan, type Tx } from '../../platform/database/index.ts';
import type { VariantId } from '../catalog/index.ts';
import type { Price, PriceChange } from './price.ts';

/**
 * Writes what differs and its history in one statement, rows in the order of their key: no two callers can
 * block each other.
 */
export async function upsertPrices(
  tx: Tx,
  input: { readonly prices: readonly Price[]; readonly now: Temporal.Instant; readonly reason: string },
): Promise<VariantId[]> {
  const { prices } = input;
  if (prices.length === 0) return [];
  const { rows } = await sql<{ variant_id: VariantId }>`
    with given as (
      select * from unnest(
        ${prices.map((price) => price.variantId)}::uuid[], ${prices.map((price) => price.currency)}::text[],
        ${prices.map((price) => price.amountMinor)}::bigint[],
        ${prices.map((price) => price.compareAtMinor ?? null)}::bigint[]
      ) as given (variant_id, currency, amount_minor, compare_at_minor)
    ), written as (
      insert into pricing.price as kept (variant_id, currency, amount_minor, compare_at_minor, changed_at)
      select variant_id, currency, amount_minor, compare_at_minor, ${input.now.toString()}::timestamptz
      from given order by variant_id, currency
      on conflict (variant_id, currency) do update set
        amount_minor = excluded.amount_minor, compare_at_minor = excluded.compare_at_minor,
        changed_at = excluded.changed_at
      where (kept.amount_minor, kept.compare_at_minor)
        is distinct from (excluded.amount_minor, excluded.compare_at_minor)
      returning variant_id, currency, amount_minor, compare_at_minor, changed_at
    ), history as (
      insert into pricing.price_change
        (variant_id, currency, amount_minor, compare_at_minor, changed_at, reason)
      select variant_id, currency, amount_minor, compare_at_minor, changed_at, ${input.reason} from written
    )
    select distinct variant_id from written order by variant_id`.execute(tx);
  return rows.map((row) => row.variant_id);
}

export async function deletePrices(
  tx: Tx,
  input: {
    readonly variantIds: readonly VariantId[];
    readonly currency?: CurrencyCode;
    readonly now: Temporal.Instant;
    readonly reason: string;
  },
): Promise<VariantId[]> {
  if (input.variantIds.length === 0) return [];
  const { rows } = await sql<{ variant_id: VariantId }>`
    with locked as (
      select variant_id, currency from pricing.price
      where variant_id = any(${input.variantIds}::uuid[])
        and currency = coalesce(${input.currency ?? null}::text, currency)
      order by variant_id, currency for update
    ), gone as (
      delete from pricing.price using locked
      where price.variant_id = locked.variant_id and price.currency = locked.currency
      returning price.variant_id, price.currency
    ), history as (
      insert into pricing.price_change
        (variant_id, currency, amount_minor, compare_at_minor, changed_at, reason)
      select variant_id, currency, null, null, ${input.now.toString()}::timestamptz, ${input.reason} from gone
    )
    select distinct variant_id from gone order by variant_id`.execute(tx);
  return rows.map((row) => row.variant_id);
}

type PriceRow = {
  variant_id: VariantId;
  currency: string;
  amount_minor: bigint;
  compare_at_minor: bigint | null;
};

/** Each variant's prices by currency code; a variant without any is not in the map. */
export async function readPrices(db: Db, variantIds: readonly VariantId[]): Promise<Map<VariantId, Price[]>> {
  if (variantIds.length === 0) return new Map();
  const { rows } = await sql<PriceRow>`
    select variant_id, currency, amount_minor, compare_at_minor from pricing.price
    where variant_id = any((select ${keptPlan(variantIds)})::uuid[]) order by variant_id, currency`.execute(
    db,
  );
  const prices = rows.map((row) => ({
    variantId: row.variant_id,
    currency: currencyOf(row.currency),
    amountMinor: row.amount_minor,
    compareAtMinor: row.compare_at_minor ?? undefined,
  }));
  return Map.groupBy(prices, (price) => price.variantId);
}

type ChangeRow = {
  variant_id: VariantId;
  amount_minor: bigint | null;
  compare_at_minor: bigint | null;
  changed_at: Temporal.Instant;
};

/**
 * The whole history in one currency, oldest first. `onlyReduced`: of variants that now have a compare-at
 * price.
 */
export async function readPriceHistory(
  db: Db,
  input: {
    readonly variantIds: readonly VariantId[];
    readonly currency: CurrencyCode;
    readonly onlyReduced?: boolean;
  },
): Promise<Map<VariantId, PriceChange[]>> {
  if (input.variantIds.length === 0) return new Map();
  const { rows } = await sql<ChangeRow>`
    select variant_id, amount_minor, compare_at_minor, changed_at from pricing.price_change
    where variant_id = any(${input.variantIds}::uuid[]) and currency = ${input.currency} and (
      not ${input.onlyReduced ?? false}::boolean or exists (
        select from pricing.price
        where price.variant_id = price_change.variant_id and price.currency = price_change.currency
          and price.compare_at_minor is not null
      )
    )
    order by variant_id, changed_at, id`.execute(db);
  const byVariant = Map.groupBy(rows, (row) => row.variant_id);
  return new Map([...byVariant].map(([id, changes]) => [id, changes.map(changeOf)]));
}

function changeOf(row: ChangeRow): PriceChange {
  return {
    amountMinor: row.amount_minor ?? undefined,
    compareAtMinor: row.compare_at_minor ?? undefined,
    changedAt: row.changed_at,
  };
}

/** How many variants have a price in this currency, and how many have one in any. */
export async function countPriced(
  db: Db,
  currency: CurrencyCode,
): Promise<{ readonly priced: number; readonly all: number }> {
  const { rows } = await sql<{ priced: number; all: number }>`
    select count(*) filter (where currency = ${currency})::int as priced, count(distinct variant_id)::int as all
    from pricing.price`.execute(db);
  return rows[0] ?? { priced: 0, all: 0 };
}
