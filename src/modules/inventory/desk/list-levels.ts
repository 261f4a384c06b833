import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import { type Item, tsQueryOf } from '../items/item.ts';
import { ITEM_COLUMNS, type ItemRow, itemOf } from '../items/store.ts';
import type { Level, LocationId } from '../level.ts';
import { IN_TRANSIT } from '../transfers/in-transit.ts';
import { lowStockAtOf, readLowStockRules } from './low-stock.ts';

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
  const lowAt = lowStockAtOf(await readLowStockRules(db));
  const by = ORDERS[sort];
  const direction = sql.raw(by.isDescending ? 'desc' : 'asc');
  const beyond = sql.raw(by.isDescending ? '<' : '>');
  const since =
    after &&
    sql`(${by.of}, level.variant_id, level.location_id) ${beyond}
    (${after[0]}, ${after[1]}::uuid, ${after[2]}::uuid)`;
  const { rows } = await sql<LevelRow>`
    with shown as (
      select level.variant_id, level.location_id, ${by.of} as by
      ${levelsOf(asked, { lowAt, needsItem: sort === 'title', since })}
      order by ${by.of} ${direction}, level.variant_id ${direction}, level.location_id ${direction}
      limit ${asked.limit}
    )
    select ${ITEM_COLUMNS}, level.location_id, level.on_hand, level.reserved, level.available, shown.by,
      ${lowAt} as low_stock_at, policy.low_stock_at is not null as is_own_low_stock_at,
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
  const lowAt = lowStockAtOf(await readLowStockRules(db));
  const { rows } = await sql<{ count: bigint }>`
    select count(*) as count from (
      select ${levelsOf(asked, { lowAt, needsItem: false, since: undefined })} limit ${most}
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

/**
 * The tables and conditions of a list. What a filter leaves few of is found first, whatever the order: walking all goods
 * by name until fifty of them are found would take seconds.
 */
function levelsOf(
  asked: LevelFilter,
  by: {
    readonly lowAt: RawBuilder<number>;
    readonly needsItem: boolean;
    readonly since: RawBuilder<unknown> | undefined;
  },
): RawBuilder<unknown> {
  const { state, sells } = asked;
  const ofItem = itemConditions(asked);
  const ofLevel = levelConditions(asked, by.lowAt);
  const needsPolicy = state !== undefined || sells !== undefined;
  const policy = needsPolicy
    ? sql`left join inventory.policy on policy.variant_id = level.variant_id`
    : sql``;
  const isRare = state === 'out' || sells === 'untracked' || sells === 'beyond_stock';
  const levels = isRare
    ? sql`(select level.variant_id, level.location_id, level.available from inventory.level ${policy}
        where ${allOf(ofLevel)} offset 0) as level`
    : sql`inventory.level ${policy}`;
  const item =
    by.needsItem || ofItem.length > 0
      ? sql`join inventory.item on item.variant_id = level.variant_id`
      : sql``;
  const conditions = [...(isRare ? [] : ofLevel), ...ofItem, ...(by.since === undefined ? [] : [by.since])];
  return sql`from ${levels} ${item} where ${allOf(conditions)}`;
}

function itemConditions({ q, brandIds, productIds }: LevelFilter): RawBuilder<unknown>[] {
  const query = q === undefined ? undefined : tsQueryOf(q);
  const conditions: (RawBuilder<unknown> | undefined)[] = [
    query === undefined ? undefined : sql`item.words @@ ${query}::tsquery`,
    brandIds && sql`item.brand_id = any(${brandIds}::uuid[])`,
    productIds && sql`item.product_id = any(${productIds}::uuid[])`,
  ];
  return conditions.flatMap((one) => one ?? []);
}

function levelConditions(
  { locationIds, variantIds, state, sells }: LevelFilter,
  lowAt: RawBuilder<number>,
): RawBuilder<unknown>[] {
  const states: Readonly<Record<LevelState, RawBuilder<unknown>>> = {
    out: sql`level.available = 0 and ${TRACKED}`,
    low: sql`level.available > 0 and level.available <= ${lowAt} and ${TRACKED}`,
    enough: sql`level.available > ${lowAt}`,
  };
  const conditions: (RawBuilder<unknown> | undefined)[] = [
    locationIds && sql`level.location_id = any(${locationIds}::uuid[])`,
    variantIds && sql`level.variant_id = any(${variantIds}::uuid[])`,
    state && states[state],
    sells && SELLING[sells],
  ];
  return conditions.flatMap((one) => one ?? []);
}

const TRACKED = sql`policy.is_tracked is not false`;
const SELLING: Readonly<Record<NonNullable<LevelFilter['sells']>, RawBuilder<unknown>>> = {
  from_stock: sql`${TRACKED} and policy.may_backorder is not true`,
  beyond_stock: sql`policy.is_tracked and policy.may_backorder`,
  untracked: sql`not policy.is_tracked`,
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
