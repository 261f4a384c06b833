import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { LocationId, MovementReason } from '../level.ts';

/** So many pieces of one reservation. */
export type Take = { readonly id: bigint; readonly quantity: number };

/** Gives pieces back: the reservations become less or go, and with them their levels or what is promised. */
export async function giveBack(tx: Tx, takes: readonly Take[]): Promise<void> {
  await sql`
    with ${taken(takes)}, level as (
      update inventory.level set reserved = level.reserved - sums.quantity from sums
      where level.variant_id = sums.variant_id and level.location_id = sums.location_id
    )
    update inventory.policy set promised = policy.promised - sums.quantity from sums
    where policy.variant_id = sums.variant_id and sums.location_id is null`.execute(tx);
}

/** Sends pieces out of the door: no longer reserved, no longer there, and a movement says so. */
export async function takeOut(
  tx: Tx,
  input: {
    readonly takes: readonly Take[];
    readonly now: Temporal.Instant;
    readonly reason: MovementReason;
    readonly reference: string;
  },
): Promise<void> {
  await sql`
    with ${taken(input.takes)}, level as (
      update inventory.level
      set reserved = level.reserved - sums.quantity, on_hand = level.on_hand - sums.quantity
      from sums where level.variant_id = sums.variant_id and level.location_id = sums.location_id
    )
    insert into inventory.movement (location_id, variant_id, quantity, reason, reference, moved_at)
    select location_id, variant_id, -quantity, ${input.reason}, ${input.reference},
      ${input.now.toString()}::timestamptz
    from sums where location_id is not null order by variant_id, location_id`.execute(tx);
}

/** Pieces of a waiting reservation that have got their place. */
export type Served = Take & { readonly locationId: LocationId };

/**
 * Gives waiting reservations their place. What of one is served leaves the rest of it where it stood in line.
 */
export async function serve(tx: Tx, served: readonly Served[]): Promise<void> {
  const takes = [...Map.groupBy(served, ({ id }) => id)].map(([id, parts]) => ({
    id,
    quantity: parts.reduce((sum, part) => sum + part.quantity, 0),
  }));
  await sql`
    with places as (
      select reservation.id, owner_id, line_variant_id, variant_id, per_line, expires_at, reserved_at,
        given.place, given.pieces
      from unnest(
        ${served.map((one) => one.id)}::bigint[], ${served.map((one) => one.locationId)}::uuid[],
        ${served.map((one) => one.quantity)}::int[]
      ) as given (id, place, pieces) join inventory.reservation using (id)
    ), ${taken(takes)}, level as (
      update inventory.level set reserved = level.reserved + sums.pieces
      from (
        select variant_id, place, sum(pieces)::int as pieces from places group by variant_id, place
      ) as sums
      where level.variant_id = sums.variant_id and level.location_id = sums.place
    ), policy as (
      update inventory.policy set promised = policy.promised - sums.quantity from sums
      where policy.variant_id = sums.variant_id
    )
    insert into inventory.reservation
      (owner_id, line_variant_id, variant_id, per_line, location_id, quantity, expires_at, reserved_at)
    select owner_id, line_variant_id, variant_id, per_line, place, pieces, expires_at, reserved_at
    from places order by id`.execute(tx);
}

/** Makes the reservations less, and `sums` what went, by variant and location. */
function taken(takes: readonly Take[]) {
  return sql`given as (
      select * from unnest(
        ${takes.map((take) => take.id)}::bigint[], ${takes.map((take) => take.quantity)}::int[]
      ) as given (id, quantity)
    ), gone as (
      delete from inventory.reservation using given
      where reservation.id = given.id and reservation.quantity = given.quantity
      returning reservation.variant_id, reservation.location_id, given.quantity
    ), less as (
      update inventory.reservation set quantity = reservation.quantity - given.quantity from given
      where reservation.id = given.id and reservation.quantity > given.quantity
      returning reservation.variant_id, reservation.location_id, given.quantity
    ), sums as (
      select variant_id, location_id, sum(quantity)::int as quantity
      from (select * from gone union all select * from less) as part group by variant_id, location_id
    )`;
}
