import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { Item } from '../items/item.ts';
import { ITEM_COLUMNS, type ItemRow, itemOf } from '../items/store.ts';
import type { LocationId, MovementReason } from '../level.ts';

export type Movement = {
  readonly id: bigint;
  /** undefined for goods that are gone from the catalogue. */
  readonly item: Item | undefined;
  readonly variantId: VariantId;
  readonly locationId: LocationId;
  readonly quantity: number;
  readonly reason: MovementReason;
  readonly reference: string;
  readonly actor: string;
  readonly movedAt: Temporal.Instant;
  /** What was on hand after it; only where one variant at one place is asked for. */
  readonly onHandAfter: number | undefined;
};

export type MovementFilter = {
  readonly variantId?: VariantId | undefined;
  readonly locationId?: LocationId | undefined;
  readonly reasons?: readonly MovementReason[] | undefined;
  readonly from?: Temporal.Instant | undefined;
  readonly to?: Temporal.Instant | undefined;
};

/** What moved, the latest first, from before `before` on. */
export async function listMovements(
  db: Db,
  asked: MovementFilter & { readonly before?: bigint | undefined; readonly limit: number },
): Promise<Movement[]> {
  const { variantId, locationId, reasons, from, to, before } = asked;
  const conditions: (RawBuilder<boolean> | undefined)[] = [
    variantId && sql`movement.variant_id = ${variantId}`,
    locationId && sql`movement.location_id = ${locationId}`,
    reasons && sql`movement.reason = any(${reasons}::text[])`,
    reasons && !reasons.includes('sold') ? sql`movement.reason <> 'sold'` : undefined,
    from && sql`movement.moved_at >= ${from.toString()}::timestamptz`,
    to && sql`movement.moved_at < ${to.toString()}::timestamptz`,
    before === undefined ? undefined : sql`movement.id < ${before}`,
  ];
  const given = conditions.flatMap((one) => one ?? []);
  const isOneLevel = variantId !== undefined && locationId !== undefined;
  const { rows } = await sql<MovementRow>`
    with shown as (
      select movement.id, movement.variant_id, location_id, quantity, reason, reference, actor, moved_at
      from inventory.movement
      where ${given.length === 0 ? sql`true` : sql.join(given, sql` and `)}
      order by movement.id desc limit ${asked.limit}
    )
    select ${ITEM_COLUMNS}, shown.id, shown.variant_id as moved_variant_id, shown.location_id, shown.quantity,
      shown.reason, shown.reference, shown.actor, shown.moved_at, ${isOneLevel ? ON_HAND_AFTER : sql`null::int`} as on_hand_after
    from shown left join inventory.item on item.variant_id = shown.variant_id order by shown.id desc`.execute(
    db,
  );
  return rows.map(movementOf);
}

const ON_HAND_AFTER = sql`(
  select level.on_hand - coalesce((
    select sum(later.quantity) from inventory.movement later
    where later.variant_id = shown.variant_id and later.location_id = shown.location_id and later.id > shown.id
  ), 0)::int
  from inventory.level where level.variant_id = shown.variant_id and level.location_id = shown.location_id)`;

type MovementRow = { [Name in keyof ItemRow]: ItemRow[Name] | null } & {
  id: bigint;
  moved_variant_id: VariantId;
  location_id: LocationId;
  quantity: number;
  reason: MovementReason;
  reference: string;
  actor: string;
  moved_at: Temporal.Instant;
  on_hand_after: number | null;
};

function movementOf(row: MovementRow): Movement {
  return {
    ...{ id: row.id, item: itemIn(row), variantId: row.moved_variant_id, locationId: row.location_id },
    ...{ quantity: row.quantity, reason: row.reason, reference: row.reference, actor: row.actor },
    ...{ movedAt: row.moved_at, onHandAfter: row.on_hand_after ?? undefined },
  };
}

function itemIn(row: MovementRow): Item | undefined {
  const { variant_id, product_id, title, options, kind, status } = row;
  if (variant_id === null || product_id === null || title === null) return undefined;
  if (options === null || kind === null || status === null) return undefined;
  return itemOf({ ...row, variant_id, product_id, title, options, kind, status });
}

/** What movements say of a variant at a place. */
export type MovedGoods = {
  readonly variantId: VariantId;
  readonly locationId: LocationId;
  /** Handed over to shoppers from there; bundles as what they are made of. */
  readonly shipped: number;
  /** On which it first came to lie there, in the shop's days; undefined where it never did. */
  readonly firstDay: Temporal.PlainDate | undefined;
};

/** Of these goods at all places: what was handed over since a moment, and since when they are known. */
export async function readMovedGoods(
  db: Db,
  asked: {
    readonly variantIds: readonly VariantId[];
    readonly since: Temporal.Instant;
    readonly zone: string;
  },
): Promise<readonly MovedGoods[]> {
  const { variantIds, since, zone } = asked;
  const { rows } = await sql<Omit<MovedGoods, 'firstDay'> & { firstDay: Temporal.PlainDate | null }>`
    select variant_id as "variantId", location_id as "locationId",
      greatest(0, -coalesce(sum(quantity) filter (
        where reason = 'sold' and moved_at >= ${since.toString()}::timestamptz), 0))::int as shipped,
      (min(moved_at) filter (where quantity > 0) at time zone ${zone})::date as "firstDay"
    from inventory.movement where variant_id = any(${variantIds}::uuid[])
    group by variant_id, location_id order by variant_id, location_id`.execute(db);
  return rows.map((row) => ({ ...row, firstDay: row.firstDay ?? undefined }));
}

/** What was handed over from a place, week by week from the first day asked for on. */
export type SoldByPlace = {
  readonly variantId: VariantId;
  readonly locationId: LocationId;
  /** Weeks in which something was, rising, 0 the first, with its pieces. */
  readonly weeks: readonly number[];
  readonly pieces: readonly number[];
};

/**
 * Of these goods those that were handed over from several places in the year behind: what came from each. Of goods of one place
 * that is all of what was sold, and not told.
 */
export async function readSoldByPlace(
  db: Db,
  asked: {
    readonly variantIds: readonly VariantId[];
    readonly from: Temporal.PlainDate;
    readonly weeks: number;
    readonly zone: string;
  },
): Promise<readonly SoldByPlace[]> {
  const { variantIds, from, weeks, zone } = asked;
  const [first, days] = [from.toString(), 7 * weeks];
  const { rows } = await sql<SoldByPlace>`
    with sold as (
      select variant_id, location_id, ((moved_at at time zone ${zone})::date - ${first}::date) / 7 as week,
        -sum(quantity) as pieces
      from inventory.movement
      where variant_id = any(${variantIds}::uuid[]) and reason = 'sold'
        and moved_at >= ${first}::date::timestamp at time zone ${zone}
        and moved_at < (${first}::date + ${days}::int)::timestamp at time zone ${zone}
      group by variant_id, location_id, week
    )
    select variant_id as "variantId", location_id as "locationId",
      array_agg(week order by week) as weeks, array_agg(greatest(0, pieces)::int order by week) as pieces
    from sold where variant_id in (
      select variant_id from sold where week >= ${weeks - 52} and pieces > 0
      group by variant_id having count(distinct location_id) > 1)
    group by variant_id, location_id order by variant_id, location_id`.execute(db);
  return rows;
}
