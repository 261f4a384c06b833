import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
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
 * The stock of these variants, locked. Whoever changes it locks first the policies of variants that are or
 * may be promised beyond stock, then levels, then reservations, each in one order: no two can block each
 * other.
 */
export async function lockStock(tx: Tx, variantIds: readonly VariantId[]): Promise<Stock> {
  const { rows } = await sql<StockRow>`
    select variant_id, is_tracked, may_backorder, backorder_limit, is_preorder, preorder_limit, promised,
      low_stock_at, allocation, location_id, country, location_position, available
    from inventory.lock_stock(${variantIds}::uuid[])`.execute(tx);
  const byVariant = Map.groupBy(rows, (row) => row.variant_id);
  const variants = [...byVariant].flatMap(([id, levels]): [VariantId, VariantStock][] => {
    const [first] = levels;
    if (first === undefined) return [];
    const lowStockAt = first.low_stock_at ?? undefined;
    return [[id, { promising: promisingOf(first), lowStockAt, places: levels.flatMap(placeOf) }]];
  });
  return { rule: rows[0]?.allocation ?? 'nearest', variants: new Map(variants) };
}

/** The first half of `lockStock`, for whoever locks single levels after it. */
export async function lockPromises(tx: Tx, variantIds: readonly VariantId[]): Promise<void> {
  await sql`
    select from inventory.policy
    where variant_id = any(${variantIds}::uuid[]) and (may_backorder or is_preorder or promised > 0)
    order by variant_id for update`.execute(tx);
}

/** What a shopper sees of it. */
export function seenOf({ promising, lowStockAt, places }: VariantStock): Seen {
  const available = places.reduce((sum, place) => sum + place.available, 0);
  return { available, mayBackorder: beyondStock(promising) > 0, lowStockAt };
}

type StockRow = PromisingRow & {
  variant_id: VariantId;
  low_stock_at: number | null;
  allocation: AllocationRule;
  location_id: LocationId | null;
  country: string | null;
  location_position: number | null;
  available: number | null;
};

function placeOf(row: StockRow): Place[] {
  const { location_id: locationId, country, location_position: position, available } = row;
  if (locationId === null || available === null) return [];
  return [{ locationId, country: country ?? undefined, position: position ?? 0, available }];
}
