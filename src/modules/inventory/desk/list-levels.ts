import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import { type Item, tsQueryOf } from '../items/item.ts';
import { ITEM_COLUMNS, type ItemRow, itemOf } from '../items/store.ts';
import type { Level, LocationId } from '../level.ts';
import { IN_TRANSIT } from '../transfers/in-transit.ts';
import { LOW_STOCK_AT_OF } from './low-stock.ts';

export type LevelSort = 'title' | 'scarcest' | 'most';
export type LevelState = 'out' | 'low' | 'enough';

export type LevelFilter = {
  readonly q?: string | undefined;
  readonly locationIds?: readonly LocationId[] | undefined;
  readonly state?: LevelState | undefined;
  /** Sold from stock only, beyond it too, or not counted at all. */
  readonly sells?: 'from_stock' | 'beyond_stock' | 'untracked' | undefined;
  readonly brandIds?: readonly string[] | undefined;
  readonly productIds?: readonly string[] | undefined;
  readonly variantIds?: readonly VariantId[] | undefined;
};

/** What a place has of an item, and what is on its way there. */
export type ListedLevel = Level & {
  readonly item: Item;
  readonly incoming: number;
  readonly lowStockAt: number;
  /** Whose figure that is: the variant's own, or that of its place or the shop. */
  readonly isOwnLowStockAt: boolean;
  readonly isTracked: boolean;
  readonly mayBackorder: boolean;
  readonly position: LevelPosition;
};

/** Where a list goes on: what it is sorted by, then the level's key. */
export type LevelPosition = readonly [by: string | number, variantId: VariantId, locationId: LocationId];

/**
 * Levels of all items at all places, a page at a time. Keys are found first, with no more tables than filters and
 * order need; what is shown of them is read for one page.
 */
export async function listLevels(
  db: Db,
  asked: LevelFilter & {
    readonly sort: LevelSort;
    readonly after?: LevelPosition | undefined;
    readonly limit: number;
  },
): Promise<ListedLevel[]> {
  const { sort, after } = asked;
  const by = ORDERS[sort];
  const direction = sql.raw(by.isDescending ? 'desc' : 'asc');
  const beyond = sql.raw(by.isDescending ? '<' : '>');
  const since =
    after &&
    sql`(${by.of}, level.variant_id, level.location_id) ${beyond}
    (${after[0]}, ${after[1]}::uuid, ${after[2]}::uuid)`;
  const conditions = [...conditionsOf(asked), ...(since === undefined ? [] : [since])];
  const { rows } = await sql<LevelRow>`
    with shown as (
      select level.variant_id, level.location_id, ${by.of} as by
      ${tablesFor(asked)} where ${allOf(conditions)}
      order by ${by.of} ${direction}, level.variant_id ${direction}, level.location_id ${direction}
      limit ${asked.limit}
    )
    select ${ITEM_COLUMNS}, level.location_id, level.on_hand, level.reserved, level.available, shown.by,
      ${LOW_STOCK_AT_OF} as low_stock_at, policy.low_stock_at is not null as is_own_low_stock_at,
      coalesce(policy.is_tracked, true) as is_tracked, coalesce(policy.may_backorder, false) as may_backorder,
      (coalesce((select sum(quantity) from inventory.incoming
        where incoming.variant_id = level.variant_id and incoming.location_id = level.location_id), 0)
        + ${IN_TRANSIT})::float8 as incoming
    from shown join inventory.level using (variant_id, location_id)
    join inventory.item on item.variant_id = level.variant_id
    left join inventory.policy on policy.variant_id = level.variant_id
    order by shown.by ${direction}, level.variant_id ${direction}, level.location_id ${direction}`.execute(
    db,
  );
  return rows.map(listedOf);
}

/** How many levels there are, counted no further than `most`. */
export async function countLevels(db: Db, asked: LevelFilter, most: number): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`
    select count(*) as count from (
      select ${tablesFor(asked)} where ${allOf(conditionsOf(asked))} limit ${most}
    ) as found`.execute(db);
  return Number(rows[0]?.count ?? 0n);
}

const ORDERS: Readonly<
  Record<LevelSort, { readonly of: RawBuilder<string | number>; readonly isDescending: boolean }>
> = {
  title: { of: sql`item.place`, isDescending: false },
  scarcest: { of: sql`level.available`, isDescending: false },
  most: { of: sql`level.available`, isDescending: true },
};

/** A level whose goods are gone from the catalogue has no item, and is in no list. */
function tablesFor({ state, sells }: LevelFilter): RawBuilder<unknown> {
  const needsPolicy = state !== undefined || sells !== undefined;
  const policy = needsPolicy
    ? sql`left join inventory.policy on policy.variant_id = level.variant_id`
    : sql``;
  return sql`from inventory.level join inventory.item on item.variant_id = level.variant_id ${policy}`;
}

function conditionsOf({ q, locationIds, state, sells, ...asked }: LevelFilter): RawBuilder<boolean>[] {
  const query = q === undefined ? undefined : tsQueryOf(q);
  const conditions: (RawBuilder<boolean> | undefined)[] = [
    query === undefined ? undefined : sql`item.words @@ ${query}::tsquery`,
    locationIds && sql`level.location_id = any(${locationIds}::uuid[])`,
    asked.brandIds && sql`item.brand_id = any(${asked.brandIds}::uuid[])`,
    asked.productIds && sql`item.product_id = any(${asked.productIds}::uuid[])`,
    asked.variantIds && sql`level.variant_id = any(${asked.variantIds}::uuid[])`,
    state && STATES[state],
    sells && SELLING[sells],
  ];
  return conditions.flatMap((one) => one ?? []);
}

const TRACKED = sql<boolean>`coalesce(policy.is_tracked, true)`;
const STATES: Readonly<Record<LevelState, RawBuilder<boolean>>> = {
  out: sql`level.available = 0 and ${TRACKED}`,
  low: sql`level.available > 0 and level.available <= ${LOW_STOCK_AT_OF} and ${TRACKED}`,
  enough: sql`level.available > ${LOW_STOCK_AT_OF}`,
};
const SELLING: Readonly<Record<NonNullable<LevelFilter['sells']>, RawBuilder<boolean>>> = {
  from_stock: sql`${TRACKED} and not coalesce(policy.may_backorder, false)`,
  beyond_stock: sql`${TRACKED} and coalesce(policy.may_backorder, false)`,
  untracked: sql`not ${TRACKED}`,
};

function allOf(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

type LevelRow = ItemRow & {
  location_id: LocationId;
  on_hand: number;
  reserved: number;
  available: number;
  by: string | number;
  low_stock_at: number;
  is_own_low_stock_at: boolean;
  is_tracked: boolean;
  may_backorder: boolean;
  incoming: number;
};

function listedOf(row: LevelRow): ListedLevel {
  return {
    ...{ item: itemOf(row), variantId: row.variant_id, locationId: row.location_id },
    ...{ onHand: row.on_hand, reserved: row.reserved, available: row.available, incoming: row.incoming },
    ...{ lowStockAt: row.low_stock_at, isOwnLowStockAt: row.is_own_low_stock_at },
    ...{ isTracked: row.is_tracked, mayBackorder: row.may_backorder },
    position: [row.by, row.variant_id, row.location_id],
  };
}
