import { sql } from 'kysely';
import { type Db, keptPlan } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { OwnStock } from '../availability.ts';
import { beyondStock } from '../beyond-stock.ts';
import type { Coming } from '../return-day.ts';
import { type PromisingRow, promisingOf } from './promising-row.ts';

type StockRow = PromisingRow & {
  variant_id: VariantId;
  available_from: Temporal.Instant | null;
  low_stock_at: number | null;
  available: number;
  coming: readonly { readonly on: string; readonly quantity: number }[] | null;
};

/**
 * Each variant's policy and what its active locations have together; every id asked for is in the map. With `today`, what
 * is on its way there from that day on, of those of which the shop says when they are back.
 */
export async function readStock(
  db: Db,
  variantIds: readonly VariantId[],
  { today }: { readonly today?: Temporal.PlainDate | undefined } = {},
): Promise<Map<VariantId, OwnStock>> {
  const { rows } = await sql<StockRow>`
    select asked.id as variant_id, coalesce(policy.is_tracked, true) as is_tracked,
      coalesce(policy.may_backorder, false) as may_backorder, policy.backorder_limit,
      coalesce(policy.is_preorder, false) as is_preorder, policy.available_from, policy.preorder_limit,
      coalesce(policy.promised, 0) as promised, policy.low_stock_at, coalesce((
        select sum(level.available) from inventory.level
        join inventory.location on location.id = level.location_id and location.is_active
        where level.variant_id = asked.id
      ), 0)::float8 as available,
      ${today === undefined ? sql`null` : comingFrom(today)} as coming
    from unnest((select ${keptPlan(variantIds)})) as asked (id)
    left join inventory.policy on policy.variant_id = asked.id`.execute(db);
  return new Map(rows.map((row) => [row.variant_id, stockOf(row)]));
}

function stockOf(row: StockRow): OwnStock {
  const { is_tracked: isTracked, available, available_from: availableFrom } = row;
  const mayBackorder = beyondStock(promisingOf(row)) > 0;
  const lowStockAt = row.low_stock_at ?? undefined;
  const isPreorder = row.is_preorder && availableFrom !== null;
  const coming = row.coming?.map(
    ({ on, quantity }): Coming => ({ on: Temporal.PlainDate.from(on), quantity }),
  );
  return {
    ...{ isTracked, mayBackorder, available, lowStockAt },
    ...(isPreorder ? { preorderFrom: availableFrom } : {}),
    ...(coming === undefined ? {} : { outlook: { coming, promised: row.promised } }),
  };
}

/** Nobody knows about when further ahead, and a day without its year is the next one of that name. */
const FURTHEST = { days: 300 };

/** Goods of orders with what their supplier is usually late, and goods in transit of which the day is known. */
function comingFrom(today: Temporal.PlainDate) {
  return sql`case when policy.tells_return then coalesce((
    select json_agg(json_build_object('on', day, 'quantity', quantity) order by day) from (
      select expected_on + late_days as day, incoming.quantity from inventory.incoming
      join inventory.location on location.id = incoming.location_id and location.is_active
      where incoming.variant_id = asked.id
      union all
      select transfer.expected_on, line.quantity - line.received from inventory.transfer_line line
      join inventory.transfer on transfer.id = line.transfer_id and transfer.state = 'sent'
      join inventory.location on location.id = transfer.to_id and location.is_active
      where line.variant_id = asked.id and line.quantity > line.received
    ) due where day between ${today.toString()}::date and ${today.add(FURTHEST).toString()}::date), '[]') end`;
}
