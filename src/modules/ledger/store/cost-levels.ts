import { sql } from 'kysely';
import type { CurrencyCode, Id } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { type CostLevel, NOTHING, type Valued } from '../costs/moving-average.ts';

export type VariantId = Id<'variant'>;

type ValuedRow = { variant_id: VariantId; quantity: bigint; value_minor: bigint };
type LevelRow = ValuedRow & { decay: number };

/** The cost levels of these variants, made where there are none and locked in one order for all callers. */
export async function lockCostLevels(
  tx: Tx,
  variantIds: readonly VariantId[],
  currency: CurrencyCode,
): Promise<Map<VariantId, CostLevel>> {
  await sql`
    insert into ledger.cost_level (variant_id, currency)
    select distinct id, ${currency} from unnest(${variantIds}::uuid[]) as given (id) order by id
    on conflict do nothing`.execute(tx);
  const { rows } = await sql<LevelRow>`
    select variant_id, quantity, value_minor, decay from ledger.cost_level
    where variant_id = any(${variantIds}::uuid[]) and currency = ${currency}
    order by variant_id for update`.execute(tx);
  return new Map(rows.map((row) => [row.variant_id, { ...valuedOf(row), decay: row.decay }]));
}

/** What goods cost together by variant; one that was never valued has nothing. */
export async function readCostLevels(
  db: Db,
  variantIds: readonly VariantId[],
  currency: CurrencyCode,
): Promise<Map<VariantId, Valued>> {
  const { rows } = await sql<ValuedRow>`
    select variant_id, quantity, value_minor from ledger.cost_level
    where variant_id = any(${variantIds}::uuid[]) and currency = ${currency}`.execute(db);
  const found = new Map(rows.map((row) => [row.variant_id, valuedOf(row)]));
  return new Map(variantIds.map((id) => [id, found.get(id) ?? { quantity: 0n, valueMinor: 0n }]));
}

export async function writeCostLevels(
  tx: Tx,
  levels: ReadonlyMap<VariantId, CostLevel>,
  currency: CurrencyCode,
): Promise<void> {
  const rows = [...levels];
  await sql`
    update ledger.cost_level set quantity = given.quantity, value_minor = given.value_minor, decay = given.decay
    from unnest(
      ${rows.map(([id]) => id)}::uuid[], ${rows.map(([, level]) => level.quantity)}::bigint[],
      ${rows.map(([, level]) => level.valueMinor)}::bigint[], ${rows.map(([, level]) => level.decay)}::float8[]
    ) as given (variant_id, quantity, value_minor, decay)
    where cost_level.variant_id = given.variant_id and cost_level.currency = ${currency}`.execute(tx);
}

/** What an order's goods cost when they left, less what came back. */
export async function lockShippedCosts(
  tx: Tx,
  orderId: string,
  currency: CurrencyCode,
): Promise<Map<VariantId, CostLevel>> {
  const { rows } = await sql<ValuedRow>`
    select variant_id, quantity, value_minor from ledger.shipped_cost
    where order_id = ${orderId} and currency = ${currency} order by variant_id for update`.execute(tx);
  return new Map(rows.map((row) => [row.variant_id, { ...valuedOf(row), decay: NOTHING.decay }]));
}

export async function writeShippedCosts(
  tx: Tx,
  orderId: string,
  levels: ReadonlyMap<VariantId, Valued>,
  currency: CurrencyCode,
): Promise<void> {
  const rows = [...levels];
  await sql`
    insert into ledger.shipped_cost (order_id, variant_id, currency, quantity, value_minor)
    select ${orderId}::uuid, variant_id, ${currency}, quantity, value_minor from unnest(
      ${rows.map(([id]) => id)}::uuid[], ${rows.map(([, level]) => level.quantity)}::bigint[],
      ${rows.map(([, level]) => level.valueMinor)}::bigint[]
    ) as given (variant_id, quantity, value_minor)
    on conflict (order_id, variant_id, currency)
      do update set quantity = excluded.quantity, value_minor = excluded.value_minor`.execute(tx);
}

function valuedOf(row: ValuedRow): Valued {
  return { quantity: row.quantity, valueMinor: row.value_minor };
}
