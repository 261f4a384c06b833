import { sql } from 'kysely';
import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { ListPrice, ListPriceDraft, PriceList, PriceListId, PriceListKind } from './price-list.ts';

type ListRow = {
  id: PriceListId;
  code: string;
  name: string;
  kind: PriceListKind;
  priority: number;
  is_active: boolean;
  segment: string | null;
  market_code: string | null;
  starts_at: Temporal.Instant | null;
  ends_at: Temporal.Instant | null;
};

/** All lists, by priority and code. */
export async function readPriceLists(db: Db): Promise<PriceList[]> {
  const { rows } = await sql<ListRow>`
    select id, code, name, kind, priority, is_active, segment, market_code, starts_at, ends_at
    from pricing.price_list order by priority, code`.execute(db);
  return rows.map((row) => ({ ...listOf(row), code: row.code, isActive: row.is_active }));
}

/** Writes a list, and when it applies where that is new. `undefined`: there is none of this id. */
export async function upsertPriceList(tx: Tx, list: PriceList, now: Temporal.Instant): Promise<void> {
  const [starts, ends] = [list.startsAt?.toString() ?? null, list.endsAt?.toString() ?? null];
  await sql`
    with before as (
      select is_active, starts_at, ends_at from pricing.price_list where id = ${list.id}
    ), written as (
      insert into pricing.price_list
        (id, code, name, kind, priority, is_active, segment, market_code, starts_at, ends_at)
      values (${list.id}, ${list.code}, ${list.name}, ${list.kind}, ${list.priority}, ${list.isActive},
        ${list.segment ?? null}, ${list.marketCode ?? null}, ${starts}, ${ends})
      on conflict (id) do update set code = excluded.code, name = excluded.name, kind = excluded.kind,
        priority = excluded.priority, is_active = excluded.is_active, segment = excluded.segment,
        market_code = excluded.market_code, starts_at = excluded.starts_at, ends_at = excluded.ends_at
      returning id, is_active, starts_at, ends_at
    )
    insert into pricing.price_list_change (price_list_id, is_active, starts_at, ends_at, changed_at)
    select id, is_active, starts_at, ends_at, ${now.toString()}::timestamptz from written
    where not exists (
      select from before where (before.is_active, before.starts_at, before.ends_at)
        is not distinct from (written.is_active, written.starts_at, written.ends_at)
    )`.execute(tx);
}

type PriceRow = Omit<ListRow, 'code' | 'is_active'> & {
  variant_id: VariantId;
  from_quantity: number;
  amount_minor: bigint;
};

/**
 * Every price that the active lists have for these variants, whoever they are for and whenever they apply: a
 * quote picks. A variant without any is not in the map.
 */
export async function readListPrices(
  db: Db,
  variantIds: readonly VariantId[],
  currency: CurrencyCode,
): Promise<Map<VariantId, ListPrice[]>> {
  if (variantIds.length === 0) return new Map();
  const { rows } = await sql<PriceRow>`
    select price.variant_id, price.from_quantity, price.amount_minor, list.id, list.name, list.kind,
      list.priority, list.segment, list.market_code, list.starts_at, list.ends_at
    from pricing.list_price price join pricing.price_list list on list.id = price.price_list_id and list.is_active
    where price.variant_id = any(${variantIds}::uuid[]) and price.currency = ${currency}
    order by price.variant_id, list.priority, list.id, price.from_quantity`.execute(db);
  const byVariant = Map.groupBy(rows, (row) => row.variant_id);
  return new Map([...byVariant].map(([id, prices]) => [id, prices.map(priceOf)]));
}

/** Writes what differs and its history in one statement, rows in the order of their key. */
export async function writeListPrices(
  tx: Tx,
  input: {
    readonly prices: readonly ListPriceDraft[];
    readonly now: Temporal.Instant;
    readonly reason: string;
  },
): Promise<VariantId[]> {
  const { prices } = input;
  if (prices.length === 0) return [];
  const { rows } = await sql<{ variant_id: VariantId }>`
    with given as (
      select * from unnest(
        ${prices.map((price) => price.variantId)}::uuid[], ${prices.map((price) => price.currency)}::text[],
        ${prices.map((price) => price.priceListId)}::uuid[],
        ${prices.map((price) => price.fromQuantity)}::int[],
        ${prices.map((price) => price.amountMinor ?? null)}::bigint[]
      ) as given (variant_id, currency, price_list_id, from_quantity, amount_minor)
    ), locked as (
      select kept.variant_id, kept.currency, kept.price_list_id, kept.from_quantity from pricing.list_price kept
      join given using (variant_id, currency, price_list_id, from_quantity)
      where given.amount_minor is null
      order by variant_id, currency, price_list_id, from_quantity for update of kept
    ), gone as (
      delete from pricing.list_price kept using locked
      where (kept.variant_id, kept.currency, kept.price_list_id, kept.from_quantity)
        = (locked.variant_id, locked.currency, locked.price_list_id, locked.from_quantity)
      returning kept.variant_id, kept.currency, kept.price_list_id, kept.from_quantity, null::bigint as amount_minor
    ), written as (
      insert into pricing.list_price as kept
        (variant_id, currency, price_list_id, from_quantity, amount_minor, changed_at)
      select variant_id, currency, price_list_id, from_quantity, amount_minor, ${input.now.toString()}::timestamptz
      from given where amount_minor is not null order by variant_id, currency, price_list_id, from_quantity
      on conflict (variant_id, currency, price_list_id, from_quantity) do update set
        amount_minor = excluded.amount_minor, changed_at = excluded.changed_at
      where kept.amount_minor <> excluded.amount_minor
      returning variant_id, currency, price_list_id, from_quantity, amount_minor
    ), changed as (select * from gone union all select * from written), history as (
      insert into pricing.list_price_change
        (variant_id, currency, price_list_id, from_quantity, amount_minor, changed_at, reason)
      select variant_id, currency, price_list_id, from_quantity, amount_minor,
        ${input.now.toString()}::timestamptz, ${input.reason} from changed
    )
    select distinct variant_id from changed order by variant_id`.execute(tx);
  return rows.map((row) => row.variant_id);
}

function listOf(row: Omit<ListRow, 'code' | 'is_active'>): Omit<PriceList, 'code' | 'isActive'> {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    priority: row.priority,
    segment: row.segment ?? undefined,
    marketCode: row.market_code ?? undefined,
    startsAt: row.starts_at ?? undefined,
    endsAt: row.ends_at ?? undefined,
  };
}

function priceOf(row: PriceRow): ListPrice {
  const { id, ...list } = listOf(row);
  return { priceListId: id, ...list, fromQuantity: row.from_quantity, amountMinor: row.amount_minor };
}
