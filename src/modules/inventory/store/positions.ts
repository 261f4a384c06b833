import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import { movedByDay } from './past-levels.ts';

/** What there is of a variant at all active locations, and what others wait for. */
export type Position = {
  readonly onHand: number;
  /** On hand and promised to nobody. */
  readonly available: number;
  /** Pieces promised that are not there: backorders and preorders. */
  readonly waiting: number;
  /** On their way from one place of the shop to another, on hand nowhere. */
  readonly inTransit: number;
  readonly isTracked: boolean;
};

/** Stock as somebody who buys goods sees it, whoever holds it; every id asked for is in the map. */
export async function readPositions(
  db: Db,
  variantIds: readonly VariantId[],
): Promise<Map<VariantId, Position>> {
  if (variantIds.length === 0) return new Map();
  const { rows } = await sql<Position & { variantId: VariantId }>`
    select asked.id as "variantId", coalesce(held.on_hand, 0)::int as "onHand",
      coalesce(held.available, 0)::int as available, coalesce(policy.promised, 0)::int as waiting,
      coalesce(travelling.quantity, 0)::int as "inTransit",
      coalesce(policy.is_tracked, true) as "isTracked"
    from unnest(${variantIds}::uuid[]) as asked (id)
    left join (
      select variant_id, sum(on_hand) as on_hand, sum(available) as available
      from inventory.level join inventory.location on location.id = level.location_id and location.is_active
      where variant_id = any(${variantIds}::uuid[]) group by variant_id
    ) held on held.variant_id = asked.id
    left join (
      select line.variant_id, sum(greatest(line.quantity - line.received, 0)) as quantity
      from inventory.transfer_line line join inventory.transfer on transfer.id = line.transfer_id
      where line.variant_id = any(${variantIds}::uuid[]) and transfer.state = 'sent' group by line.variant_id
    ) travelling on travelling.variant_id = asked.id
    left join inventory.policy on policy.variant_id = asked.id`.execute(db);
  return new Map(rows.map(({ variantId, ...position }) => [variantId, position]));
}

/** What there was of a variant over so many days, on the average of their evenings. */
export type AverageStock = { readonly days: number; readonly onHand: number };

/**
 * The mean of what `readStockHistory` tells day by day, without the days: what came on a day was there from it on. A variant of
 * which nothing was known by the last day is not in the map.
 *
 * @param asked.zone whose days are meant; both ends are of them
 */
export async function readAverageStock(
  db: Db,
  asked: {
    readonly variantIds: readonly VariantId[];
    readonly from: Temporal.PlainDate;
    readonly to: Temporal.PlainDate;
    readonly zone: string;
  },
): Promise<Map<VariantId, AverageStock>> {
  const { variantIds, zone } = asked;
  const [from, to] = [asked.from.toString(), asked.to.toString()];
  const { rows } = await sql<AverageStock & { variantId: VariantId }>`
    with ${movedByDay({ zone, of: variantIds })}, begun as (
      select variant_id, greatest(min(day), ${from}::date) as first from moved
      where day <= ${to}::date group by variant_id
    )
    select variant_id as "variantId", ${to}::date - first + 1 as days,
      sum(quantity * (${to}::date - greatest(day, first) + 1))::float8 / (${to}::date - first + 1) as "onHand"
    from begun join moved using (variant_id) where day <= ${to}::date group by variant_id, first`.execute(db);
  return new Map(rows.map(({ variantId, ...average }) => [variantId, average]));
}
