import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { Place } from '../allocation.ts';
import type { Level, LocationId, MovementReason } from '../level.ts';

type LevelRow = {
  variant_id: VariantId;
  location_id: LocationId;
  on_hand: number;
  reserved: number;
  available: number;
};

/** Stock per location, in the order of locations; a variant that no location ever held is not in the map. */
export async function readLevels(db: Db, variantIds: readonly VariantId[]): Promise<Map<VariantId, Level[]>> {
  if (variantIds.length === 0) return new Map();
  const { rows } = await sql<LevelRow>`
    select level.variant_id, level.location_id, level.on_hand, level.reserved, level.available
    from inventory.level join inventory.location on location.id = level.location_id
    where level.variant_id = any(${variantIds}::uuid[])
    order by level.variant_id, location.position, location.code`.execute(db);
  return Map.groupBy(rows.map(levelOf), (level) => level.variantId);
}

export type LevelKey = { readonly variantId: VariantId; readonly locationId: LocationId };

/**
 * Makes the levels that are not there yet: before any is locked, so that no two callers can block each other.
 */
export async function makeLevels(tx: Tx, keys: readonly LevelKey[]): Promise<void> {
  await sql`
    insert into inventory.level (variant_id, location_id)
    select * from unnest(${keys.map((key) => key.variantId)}::uuid[], ${keys.map((key) => key.locationId)}::uuid[])
      as given (variant_id, location_id)
    order by variant_id, location_id on conflict do nothing`.execute(tx);
}

/**
 * The levels at these keys, made where there are none and locked in the order of their key, so that no two
 * callers can block each other.
 */
export async function lockLevels(tx: Tx, keys: readonly LevelKey[]): Promise<Level[]> {
  await makeLevels(tx, keys);
  const variantIds = keys.map((key) => key.variantId);
  const locationIds = keys.map((key) => key.locationId);
  const { rows } = await sql<LevelRow>`
    select level.variant_id, level.location_id, level.on_hand, level.reserved, level.available
    from unnest(${variantIds}::uuid[], ${locationIds}::uuid[]) as given (variant_id, location_id)
    join inventory.level using (variant_id, location_id)
    order by level.variant_id, level.location_id for update of level`.execute(tx);
  return rows.map(levelOf);
}

/** What these levels have where they can be sold, in the merchant's order of locations. */
export async function readPlaces(db: Db, keys: readonly LevelKey[]): Promise<Map<VariantId, Place[]>> {
  const { rows } = await sql<PlaceRow>`
    select level.variant_id, level.location_id, level.available, location.country, location.position
    from inventory.level join inventory.location on location.id = level.location_id and location.is_active
    where (level.variant_id, level.location_id) in (
      select * from unnest(${keys.map((key) => key.variantId)}::uuid[], ${keys.map((key) => key.locationId)}::uuid[]))
    order by location.position, location.code`.execute(db);
  const groups = Map.groupBy(rows, (row) => row.variant_id);
  return new Map([...groups].map(([id, places]) => [id, places.map(placeOf)]));
}

type PlaceRow = {
  variant_id: VariantId;
  location_id: LocationId;
  available: number;
  country: string | null;
  position: number;
};

function placeOf({ location_id: locationId, available, country, position }: PlaceRow): Place {
  return { locationId, available, country: country ?? undefined, position };
}

/** What a location has of variants that somebody waits for. */
export async function readAwaited(db: Db, locationId: LocationId): Promise<LevelKey[]> {
  const { rows } = await sql<LevelKey>`
    select variant_id as "variantId", location_id as "locationId" from inventory.level
    where location_id = ${locationId} and available > 0 and variant_id in (
      select variant_id from inventory.policy where promised > 0)`.execute(db);
  return rows;
}

export type Move = LevelKey & { readonly quantity: number };

/**
 * Adds each quantity to its locked level and keeps it as a movement. A level is moved at most once a call.
 */
export async function writeMoves(
  tx: Tx,
  input: {
    readonly moves: readonly Move[];
    readonly now: Temporal.Instant;
    readonly reason: MovementReason;
    readonly reference: string;
    /** Who, where a person or a program did it; left out for what orders do. */
    readonly actor?: string | undefined;
  },
): Promise<void> {
  const { moves } = input;
  if (moves.length === 0) return;
  await sql`
    with moved as (
      update inventory.level set on_hand = level.on_hand + given.quantity
      from unnest(
        ${moves.map((move) => move.variantId)}::uuid[], ${moves.map((move) => move.locationId)}::uuid[],
        ${moves.map((move) => move.quantity)}::int[]
      ) as given (variant_id, location_id, quantity)
      where level.variant_id = given.variant_id and level.location_id = given.location_id
      returning level.variant_id, level.location_id, given.quantity
    )
    insert into inventory.movement (location_id, variant_id, quantity, reason, reference, moved_at, actor)
    select location_id, variant_id, quantity, ${input.reason}, ${input.reference},
      ${input.now.toString()}::timestamptz, ${input.actor ?? ''}
    from moved order by variant_id, location_id`.execute(tx);
}

function levelOf(row: LevelRow): Level {
  return {
    variantId: row.variant_id,
    locationId: row.location_id,
    onHand: row.on_hand,
    reserved: row.reserved,
    available: row.available,
  };
}
