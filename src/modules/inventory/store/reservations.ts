import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { Placement } from '../allocation.ts';
import type { LocationId } from '../level.ts';
import type { OwnerId, Reservation } from '../reservation.ts';

/** A reservation's row: `id` grows in the order of promising. */
export type Held = Reservation & { readonly id: bigint; readonly owner: OwnerId };

/** Keeps what was placed: reservations, their levels, and what is promised beyond stock, in one statement. */
export async function writeReservations(
  tx: Tx,
  input: {
    readonly owner: OwnerId;
    readonly placements: readonly Placement[];
    readonly expiresAt: Temporal.Instant | undefined;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  const { placements } = input;
  await sql`
    with given as (
      select * from unnest(
        ${placements.map((one) => one.lineVariantId)}::uuid[],
        ${placements.map((one) => one.variantId)}::uuid[], ${placements.map((one) => one.perLine)}::int[],
        ${placements.map((one) => one.locationId ?? null)}::uuid[],
        ${placements.map((one) => one.quantity)}::int[]
      ) as given (line_variant_id, variant_id, per_line, location_id, quantity)
    ), sums as (
      select variant_id, location_id, sum(quantity)::int as quantity
      from given group by variant_id, location_id
    ), level as (
      update inventory.level set reserved = level.reserved + sums.quantity from sums
      where level.variant_id = sums.variant_id and level.location_id = sums.location_id
    ), policy as (
      update inventory.policy set promised = policy.promised + sums.quantity from sums
      where policy.variant_id = sums.variant_id and sums.location_id is null
    )
    insert into inventory.reservation
      (owner_id, line_variant_id, variant_id, per_line, location_id, quantity, expires_at, reserved_at)
    select ${input.owner}::uuid, line_variant_id, variant_id, per_line, location_id, quantity,
      ${input.expiresAt?.toString() ?? null}::timestamptz, ${input.now.toString()}::timestamptz
    from given`.execute(tx);
}

/** Takes the end from the owner's holds; returns all the owner has. */
export async function removeEnds(tx: Tx, owner: OwnerId): Promise<Held[]> {
  const { rows } = await sql<ReservationRow>`
    with ended as (
      update inventory.reservation set expires_at = null where owner_id = ${owner} and expires_at is not null
    )
    select ${COLUMNS} from inventory.reservation where owner_id = ${owner} order by id`.execute(tx);
  return rows.map((row) => ({ ...heldOf(row), expiresAt: undefined }));
}

export async function readHeld(db: Db, owners: readonly OwnerId[]): Promise<Held[]> {
  const { rows } = await sql<ReservationRow>`
    select ${COLUMNS} from inventory.reservation
    where owner_id = any(${owners}::uuid[]) order by id`.execute(db);
  return rows.map(heldOf);
}

/** Owners some of whose holds ended before `now`, the longest ago first. */
export async function readExpired(
  db: Db,
  { now, limit }: { readonly now: Temporal.Instant; readonly limit: number },
): Promise<OwnerId[]> {
  const { rows } = await sql<{ owner_id: OwnerId }>`
    select owner_id from inventory.reservation where expires_at <= ${now.toString()}::timestamptz
    group by owner_id order by min(expires_at) limit ${limit}`.execute(db);
  return rows.map((row) => row.owner_id);
}

/**
 * What these owners hold of variants whose levels are locked; with `expiredAt`, only holds that ended by
 * then.
 */
export async function lockHeld(
  tx: Tx,
  input: {
    readonly owners: readonly OwnerId[];
    readonly variantIds: readonly VariantId[];
    readonly expiredAt?: Temporal.Instant;
  },
): Promise<Held[]> {
  const end = input.expiredAt?.toString();
  // A hold that is being paid for at this moment is no longer to end.
  const ended =
    end === undefined
      ? sql`order by id for update`
      : sql`and expires_at <= ${end}::timestamptz order by id for update skip locked`;
  const { rows } = await sql<ReservationRow>`
    select ${COLUMNS} from inventory.reservation
    where owner_id = any(${input.owners}::uuid[]) and variant_id = any(${input.variantIds}::uuid[]) ${ended}`.execute(
    tx,
  );
  return rows.map(heldOf);
}

/** Those that wait for stock of these variants, in the order in which they were promised. */
export async function lockWaiting(tx: Tx, variantIds: readonly VariantId[]): Promise<Held[]> {
  const { rows } = await sql<ReservationRow>`
    select ${COLUMNS} from inventory.reservation
    where variant_id = any(${variantIds}::uuid[]) and location_id is null order by id for update`.execute(tx);
  return rows.map(heldOf);
}

const COLUMNS = sql`
  id, owner_id, line_variant_id, variant_id, per_line, location_id, is_backorder, quantity, expires_at`;

type ReservationRow = {
  id: bigint;
  owner_id: OwnerId;
  line_variant_id: VariantId;
  variant_id: VariantId;
  per_line: number;
  location_id: LocationId | null;
  is_backorder: boolean;
  quantity: number;
  expires_at: Temporal.Instant | null;
};

function heldOf(row: ReservationRow): Held {
  return {
    id: row.id,
    owner: row.owner_id,
    variantId: row.variant_id,
    lineVariantId: row.line_variant_id,
    perLine: row.per_line,
    locationId: row.location_id ?? undefined,
    quantity: row.quantity,
    isBackorder: row.is_backorder,
    expiresAt: row.expires_at ?? undefined,
  };
}
