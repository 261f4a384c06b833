import { sql } from 'kysely';
import { type Db, keptPlan } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { OwnStock } from '../availability.ts';
import { beyondStock } from '../beyond-stock.ts';
import { type PromisingRow, promisingOf } from './promising-row.ts';

type StockRow = PromisingRow & {
  variant_id: VariantId;
  available_from: Temporal.Instant | null;
  low_stock_at: number | null;
  available: number;
};

/** Each variant's policy and what its active locations have together; every id asked for is in the map. */
export async function readStock(db: Db, variantIds: readonly VariantId[]): Promise<Map<VariantId, OwnStock>> {
  const { rows } = await sql<StockRow>`
    select asked.id as variant_id, coalesce(policy.is_tracked, true) as is_tracked,
      coalesce(policy.may_backorder, false) as may_backorder, policy.backorder_limit,
      coalesce(policy.is_preorder, false) as is_preorder, policy.available_from, policy.preorder_limit,
      coalesce(policy.promised, 0) as promised, policy.low_stock_at, coalesce((
        select sum(level.available) from inventory.level
        join inventory.location on location.id = level.location_id and location.is_active
        where level.variant_id = asked.id
      ), 0)::float8 as available
    from unnest((select ${keptPlan(variantIds)})) as asked (id)
    left join inventory.policy on policy.variant_id = asked.id`.execute(db);
  return new Map(rows.map((row) => [row.variant_id, stockOf(row)]));
}

function stockOf(row: StockRow): OwnStock {
  const { is_tracked: isTracked, available, available_from: availableFrom } = row;
  const mayBackorder = beyondStock(promisingOf(row)) > 0;
  const lowStockAt = row.low_stock_at ?? undefined;
  const isPreorder = row.is_preorder && availableFrom !== null;
  const stock = { isTracked, mayBackorder, available, lowStockAt };
  return isPreorder ? { ...stock, preorderFrom: availableFrom } : stock;
}
