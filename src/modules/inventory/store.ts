import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/index.ts';
import type { VariantId } from '../catalog/index.ts';
import type { OwnStock } from './availability.ts';
import type { Level, LocationId, MovementReason, Policy } from './level.ts';

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

type StockRow = {
  variant_id: VariantId;
  is_tracked: boolean;
  may_backorder: boolean;
  low_stock_at: number | null;
  available: number;
};

/** Each variant's policy and what its active locations have together; every id asked for is in the map. */
export async function readStock(db: Db, variantIds: readonly VariantId[]): Promise<Map<VariantId, OwnStock>> {
  const { rows } = await sql<StockRow>`
    select asked.id as variant_id, coalesce(policy.is_tracked, true) as is_tracked,
      coalesce(policy.may_backorder, false) as may_backorder, policy.low_stock_at, coalesce((
        select sum(level.available) from inventory.level
        join inventory.location on location.id = level.location_id and location.is_active
        where level.variant_id = asked.id
      ), 0)::float8 as available
    from unnest(${variantIds}::uuid[]) as asked (id)
    left join inventory.policy on policy.variant_id = asked.id`.execute(db);
  return new Map(
    rows.map((row) => [
      row.variant_id,
      {
        isTracked: row.is_tracked,
        mayBackorder: row.may_backorder,
        available: row.available,
        lowStockAt: row.low_stock_at ?? undefined,
      },
    ]),
  );
}

/** The policies that somebody has set; a variant without one is tracked and not backordered. */
export async function readPolicies(
  db: Db,
  variantIds: readonly VariantId[],
): Promise<Map<VariantId, Policy>> {
  if (variantIds.length === 0) return new Map();
  const { rows } = await sql<Omit<StockRow, 'available'>>`
    select variant_id, is_tracked, may_backorder, low_stock_at from inventory.policy
    where variant_id = any(${variantIds}::uuid[])`.execute(db);
  return new Map(
    rows.map((row) => [
      row.variant_id,
      {
        variantId: row.variant_id,
        isTracked: row.is_tracked,
        mayBackorder: row.may_backorder,
        lowStockAt: row.low_stock_at ?? undefined,
      },
    ]),
  );
}

/** Writes the policies that differ and returns whose they are. */
export async function upsertPolicies(tx: Tx, policies: readonly Policy[]): Promise<VariantId[]> {
  if (policies.length === 0) return [];
  const { rows } = await sql<{ variant_id: VariantId }>`
    insert into inventory.policy as kept (variant_id, is_tracked, may_backorder, low_stock_at)
    select * from unnest(
      ${policies.map((policy) => policy.variantId)}::uuid[],
      ${policies.map((policy) => policy.isTracked)}::bool[],
      ${policies.map((policy) => policy.mayBackorder)}::bool[],
      ${policies.map((policy) => policy.lowStockAt ?? null)}::int[]
    ) as given (variant_id, is_tracked, may_backorder, low_stock_at)
    -- What is not said is this already: a policy that only says so is not written.
    where (is_tracked, may_backorder, low_stock_at) is distinct from (true, false, null::int)
      or exists (select from inventory.policy where policy.variant_id = given.variant_id)
    order by variant_id
    on conflict (variant_id) do update set is_tracked = excluded.is_tracked,
      may_backorder = excluded.may_backorder, low_stock_at = excluded.low_stock_at
    where (kept.is_tracked, kept.may_backorder, kept.low_stock_at)
      is distinct from (excluded.is_tracked, excluded.may_backorder, excluded.low_stock_at)
    returning variant_id`.execute(tx);
  return rows.map((row) => row.variant_id);
}

export type LevelKey = { readonly variantId: VariantId; readonly locationId: LocationId };

/**
 * The levels at these keys, made where there are none and locked in the order of their key, so that no two
 * callers can block each other.
 */
export async function lockLevels(tx: Tx, keys: readonly LevelKey[]): Promise<Level[]> {
  const variantIds = keys.map((key) => key.variantId);
  const locationIds = keys.map((key) => key.locationId);
  await sql`
    insert into inventory.level (variant_id, location_id)
    select * from unnest(${variantIds}::uuid[], ${locationIds}::uuid[]) as given (variant_id, location_id)
    order by variant_id, location_id on conflict do nothing`.execute(tx);
  const { rows } = await sql<LevelRow>`
    select level.variant_id, level.location_id, level.on_hand, level.reserved, level.available
    from unnest(${variantIds}::uuid[], ${locationIds}::uuid[]) as given (variant_id, location_id)
    join inventory.level using (variant_id, location_id)
    order by level.variant_id, level.location_id for update of level`.execute(tx);
  return rows.map(levelOf);
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
    insert into inventory.movement (location_id, variant_id, quantity, reason, reference, moved_at)
    select location_id, variant_id, quantity, ${input.reason}, ${input.reference},
      ${input.now.toString()}::timestamptz
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
