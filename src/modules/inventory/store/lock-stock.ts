import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { Place } from '../allocation.ts';
import { beyondStock, type Promising } from '../beyond-stock.ts';
import type { LocationId } from '../level.ts';
import type { AllocationRule } from '../reservation.ts';
import type { Seen } from '../shown-state.ts';
import { type PromisingRow, promisingOf } from './promising-row.ts';

/** All that decides whether and where a variant can be had. Active locations only. */
export type VariantStock = {
  readonly promising: Promising;
  readonly lowStockAt: number | undefined;
  readonly places: readonly Place[];
};

export type Stock = {
  readonly rule: AllocationRule;
  readonly variants: ReadonlyMap<VariantId, VariantStock>;
};

/**
 * The stock of these variants, all their levels locked in the order of (variant, location): whoever changes levels or
 * reservations locks in this order, so that no two can block each other. Policies are locked after levels
 * (`lockPromises`), and reservations last.
 */
export function lockStock(tx: Tx, variantIds: readonly VariantId[]): Promise<Stock> {
  return selectStock(tx, variantIds, true);
}

/** The same without a lock. */
export function readStockOf(db: Db, variantIds: readonly VariantId[]): Promise<Stock> {
  return selectStock(db, variantIds, false);
}

/** What a shopper sees of it. */
export function seenOf({ promising, lowStockAt, places }: VariantStock): Seen {
  const available = places.reduce((sum, place) => sum + place.available, 0);
  return { available, beyond: beyondStock(promising), lowStockAt };
}

/** Locks what is promised of these variants beyond their stock, and says how many more may be. */
export async function lockPromises(
  tx: Tx,
  variantIds: readonly VariantId[],
): Promise<Map<VariantId, number>> {
  if (variantIds.length === 0) return new Map();
  const { rows } = await sql<PromisingRow & { variant_id: VariantId }>`
    select variant_id, is_tracked, may_backorder, backorder_limit, is_preorder, preorder_limit, promised
    from inventory.policy where variant_id = any(${variantIds}::uuid[])
    order by variant_id for update`.execute(tx);
  return new Map(rows.map((row) => [row.variant_id, beyondStock(promisingOf(row))]));
}

/** Which of these variants somebody waits for; locked like `lockPromises`. */
export async function lockPromised(tx: Tx, variantIds: readonly VariantId[]): Promise<VariantId[]> {
  const { rows } = await sql<{ variant_id: VariantId }>`
    select variant_id from inventory.policy where variant_id = any(${variantIds}::uuid[]) and promised > 0
    order by variant_id for update`.execute(tx);
  return rows.map((row) => row.variant_id);
}

type StockRow = PromisingRow & {
  variant_id: VariantId;
  low_stock_at: number | null;
  allocation: AllocationRule;
  location_id: LocationId | null;
  country: string | null;
  position: number | null;
  available: number | null;
};

async function selectStock(db: Db, variantIds: readonly VariantId[], isLocking: boolean): Promise<Stock> {
  const lock = isLocking ? sql`order by variant_id, location_id for update` : sql``;
  const { rows } = await sql<StockRow>`
    with held as (
      select variant_id, location_id, available from inventory.level
      where variant_id = any(${variantIds}::uuid[]) ${lock}
    )
    select asked.id as variant_id, coalesce(policy.is_tracked, true) as is_tracked,
      coalesce(policy.may_backorder, false) as may_backorder, policy.backorder_limit,
      coalesce(policy.is_preorder, false) as is_preorder, policy.preorder_limit,
      coalesce(policy.promised, 0) as promised, policy.low_stock_at,
      coalesce((select allocation from inventory.setting), 'nearest') as allocation,
      held.location_id, location.country, location.position, held.available
    from unnest(${variantIds}::uuid[]) as asked (id)
    left join inventory.policy on policy.variant_id = asked.id
    left join (held join inventory.location on location.id = held.location_id and location.is_active)
      on held.variant_id = asked.id`.execute(db);
  const byVariant = Map.groupBy(rows, (row) => row.variant_id);
  return {
    rule: rows[0]?.allocation ?? 'nearest',
    variants: new Map([...byVariant].map(([id, levels]) => [id, variantOf(levels)])),
  };
}

function variantOf(rows: readonly StockRow[]): VariantStock {
  const [first] = rows;
  if (first === undefined) throw new RangeError('a variant that was asked for has a row');
  const places = rows.flatMap(({ location_id: locationId, country, position, available }) => {
    if (locationId === null) return [];
    return [
      { locationId, country: country ?? undefined, position: position ?? 0, available: available ?? 0 },
    ];
  });
  return { promising: promisingOf(first), lowStockAt: first.low_stock_at ?? undefined, places };
}
