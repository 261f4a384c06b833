import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';

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
