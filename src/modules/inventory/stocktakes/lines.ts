import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import { tsQueryOf } from '../items/item.ts';
import { ITEM_COLUMNS, type ItemRow, itemOf } from '../items/store.ts';
import type { StocktakeId, StocktakeLine } from './stocktake.ts';

export type ShownLines = 'all' | 'counted' | 'uncounted' | 'different';

/**
 * Every line of a stocktake as one table `line`: what was seen since it was last counted anew, and the books at that
 * moment. What was sold or came in afterwards makes no difference; `on_hand_after` has it.
 *
 * @example
 * // 10 on hand, 9 counted, then 2 shipped: expected 10, counted 9, 8 on hand now, 7 after.
 */
export function linesOf(id: StocktakeId): RawBuilder<unknown> {
  return sql`
    entry as (
      select *, max(id) filter (where is_anew) over (partition by variant_id) as since
      from inventory.stocktake_entry where stocktake_id = ${id}
    ), seen as (
      select variant_id, sum(quantity)::int as counted, (array_agg(on_hand order by id desc))[1] as on_hand,
        min(on_hand) <> max(on_hand) as is_unsure, array_agg(distinct counted_by) as counted_by,
        max(counted_at) as counted_at
      from entry where since is null or id >= since group by variant_id
    ), wanted as (
      select level.variant_id from inventory.stocktake
      join inventory.level on level.location_id = stocktake.location_id
      left join inventory.policy on policy.variant_id = level.variant_id
      where stocktake.id = ${id} and stocktake.scope = 'all' and coalesce(policy.is_tracked, true)
        and (level.on_hand <> 0 or level.reserved <> 0)
      union select variant_id from inventory.stocktake_item where stocktake_id = ${id}
      union select variant_id from seen
    ), line as (
      select wanted.variant_id, seen.counted, coalesce(seen.on_hand, level.on_hand, 0) as expected,
        coalesce(level.reserved, 0) as reserved,
        coalesce(level.on_hand, 0) + coalesce(seen.counted - seen.on_hand, 0) as on_hand_after,
        coalesce(seen.is_unsure, false) as is_unsure, seen.counted_by, seen.counted_at
      from wanted join inventory.stocktake on stocktake.id = ${id}
      left join seen on seen.variant_id = wanted.variant_id
      left join inventory.level on level.variant_id = wanted.variant_id
        and level.location_id = stocktake.location_id
    )`;
}

/** The lines in the order of their goods' names, from after `after` on. */
export async function listStocktakeLines(
  db: Db,
  asked: {
    readonly id: StocktakeId;
    readonly shown: ShownLines;
    readonly q?: string | undefined;
    readonly after?: readonly [place: string, variantId: string] | undefined;
    readonly limit: number;
  },
): Promise<StocktakeLine[]> {
  const { after } = asked;
  const query = asked.q === undefined ? undefined : tsQueryOf(asked.q);
  const { rows } = await sql<LineRow>`
    with ${linesOf(asked.id)}
    select ${ITEM_COLUMNS}, item.place, line.counted, line.expected, line.reserved, line.on_hand_after,
      line.is_unsure, line.counted_by, line.counted_at
    from line join inventory.item on item.variant_id = line.variant_id
    where ${SHOWN[asked.shown]}
      and (${query ?? null}::tsquery is null or item.words @@ ${query ?? null}::tsquery)
      and (${after === undefined} or (item.place, item.variant_id) > (${after?.[0] ?? ''}, ${after?.[1] ?? null}::uuid))
    order by item.place, item.variant_id limit ${asked.limit}`.execute(db);
  return rows.map(lineOf);
}

const SHOWN: Readonly<Record<ShownLines, RawBuilder<boolean>>> = {
  all: sql`true`,
  counted: sql`line.counted is not null`,
  uncounted: sql`line.counted is null`,
  different: sql`line.counted <> line.expected`,
};

type LineRow = ItemRow & {
  place: string;
  counted: number | null;
  expected: number;
  reserved: number;
  on_hand_after: number;
  is_unsure: boolean;
  counted_by: string[] | null;
  counted_at: Temporal.Instant | null;
};

function lineOf(row: LineRow): StocktakeLine {
  return {
    ...{ item: itemOf(row), variantId: row.variant_id, place: row.place, expected: row.expected },
    ...{ counted: row.counted ?? undefined, reserved: row.reserved, onHandAfter: row.on_hand_after },
    ...{ isUnsure: row.is_unsure, countedBy: row.counted_by ?? [], countedAt: row.counted_at ?? undefined },
  };
}

/** What approving would change, for its worth in money; of one that is approved, what it did change. */
export async function readDifferences(
  db: Db,
  id: StocktakeId,
): Promise<{ readonly variantId: StocktakeLine['variantId']; readonly difference: number }[]> {
  const { rows } = await sql<{ variantId: StocktakeLine['variantId']; difference: number }>`
    with ${linesOf(id)}
    select variant_id as "variantId", counted - expected as difference from line
    where counted <> expected
      and not exists (select from inventory.stocktake where stocktake.id = ${id} and state = 'approved')
    union all
    select variant_id, counted - expected from inventory.stocktake_result
    where stocktake_id = ${id} and counted <> expected
    order by 1`.execute(db);
  return rows;
}
