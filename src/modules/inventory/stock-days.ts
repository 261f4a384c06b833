import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/index.ts';
import type { VariantId } from '../catalog/index.ts';
import { deletePastLevels, insertPastLevels, movedByDay, type PastLevel } from './store/past-levels.ts';

/**
 * Keeps what there was before the shop's own movements begin, as history: it is no movement and in no book. What this origin
 * told before is replaced; nothing takes it out. Of each variant the first and the last day that is known, and between
 * them those on which it was another than on the day before; the days of movements until then are not looked at any more.
 *
 * @param input.levels of a variant and a day one, at most 10 million
 */
export async function putPastStock(
  tx: Tx,
  { origin, levels }: { readonly origin: string; readonly levels: readonly PastLevel[] },
): Promise<void> {
  await deletePastLevels(tx, origin);
  await insertPastLevels(tx, origin, levels);
}

/** What there is of a variant where it can be sold, and on which days there was nothing of it. */
export type StockDays = {
  readonly variantId: VariantId;
  readonly onHand: number;
  readonly available: number;
  /** Days on which nothing was there from morning to night; the last may still go on. */
  readonly outs: readonly {
    readonly from: Temporal.PlainDate;
    readonly to: Temporal.PlainDate | undefined;
  }[];
};

/** A number that is another one after anything moved, was promised or given back. */
export async function readStockRevision(db: Db): Promise<bigint> {
  // Coprime factors: one more of the one is never one less of the other.
  const { rows } = await sql<{ revision: bigint }>`
    select 1000003 * (select coalesce(max(id), 0) from inventory.movement)
      + 1009 * (select coalesce(max(id), 0) from inventory.reservation)
      + 10007 * (select coalesce(max(id), 0) from inventory.past_level)
      + (select count(*) from inventory.reservation) as revision`.execute(db);
  return rows[0]?.revision ?? 0n;
}

/**
 * The stock of every variant that is counted, with its days without any from `since` on, in the days of `zone`. What may be
 * ordered without being there has none; of what was before its first movement, or its history, nothing is known.
 */
export async function readStockDays(
  db: Db,
  { since, zone }: { readonly since: Temporal.Instant; readonly zone: string },
): Promise<StockDays[]> {
  const { rows } = await sql<StockRow>`
    with held as (
      select level.variant_id, sum(level.on_hand) as on_hand, sum(level.available) as available,
        bool_or(coalesce(policy.may_backorder, false)) as may_backorder
      from inventory.level join inventory.location on location.id = level.location_id and location.is_active
        left join inventory.policy on policy.variant_id = level.variant_id
      where coalesce(policy.is_tracked, true) group by level.variant_id
    ), ${movedByDay({ zone, since: since.toZonedDateTimeISO(zone).toPlainDate() })}, ended as (
      select moved.variant_id, day, lead(day) over days as next_day,
        on_hand - coalesce(sum(quantity) over (days range between '1 day' following and unbounded following), 0)
          as on_hand
      from moved join held on held.variant_id = moved.variant_id and not may_backorder
      window days as (partition by moved.variant_id order by day)
    ), outs as (
      select variant_id, json_agg(json_build_array(day + 1, next_day - 1) order by day) as ranges
      from ended where on_hand <= 0 and (next_day is null or next_day > day + 1) group by variant_id
    )
    select held.variant_id, on_hand::int as on_hand, available::int as available, coalesce(ranges, '[]') as ranges
    from held left join outs using (variant_id) order by held.variant_id`.execute(db);
  return rows.map(({ variant_id: variantId, on_hand: onHand, available, ranges }) => ({
    ...{ variantId, onHand, available },
    outs: ranges.map(([from, to]) => ({
      from: Temporal.PlainDate.from(from),
      to: to === null ? undefined : Temporal.PlainDate.from(to),
    })),
  }));
}

type StockRow = {
  readonly variant_id: VariantId;
  readonly on_hand: number;
  readonly available: number;
  readonly ranges: readonly (readonly [from: string, to: string | null])[];
};

/** What there was of a variant at the end of each day, from its first movement, or its history, on. */
export type StockHistory = {
  readonly variantId: VariantId;
  /** The day of the first figure. */
  readonly from: Temporal.PlainDate;
  readonly onHand: readonly number[];
};

/**
 * Stock by day over all active locations, from the first change in these days, or before them, to the last day asked for.
 * A variant of which nothing was known by then is not in the answer: nobody knows what there was.
 *
 * @param asked.zone whose days are meant
 */
export async function readStockHistory(
  db: Db,
  asked: {
    readonly variantIds: readonly VariantId[];
    readonly from: Temporal.PlainDate;
    readonly to: Temporal.PlainDate;
    readonly zone: string;
  },
): Promise<StockHistory[]> {
  const { variantIds, zone } = asked;
  const [from, to] = [asked.from.toString(), asked.to.toString()];
  const { rows } = await sql<{ variant_id: VariantId; first: Temporal.PlainDate; on_hand: number[] }>`
    with ${movedByDay({ zone, of: variantIds })}, begun as (
      select variant_id, greatest(min(day), ${from}::date) as first,
        coalesce(sum(quantity) filter (where day < ${from}::date), 0) as opening
      from moved where day <= ${to}::date group by variant_id
    ), days as (
      select variant_id, first, opening, day::date as day
      from begun, generate_series(first, ${to}::date, interval '1 day') as day
    ), ended as (
      select days.variant_id, first, days.day, opening
        + coalesce(sum(moved.quantity) over (partition by days.variant_id order by days.day), 0) as on_hand
      from days left join moved on moved.variant_id = days.variant_id and moved.day = days.day
    )
    select variant_id, first, array_agg(on_hand::int order by day) as on_hand
    from ended group by variant_id, first order by variant_id`.execute(db);
  return rows.map(({ variant_id: variantId, first, on_hand: onHand }) => ({
    variantId,
    from: first,
    onHand,
  }));
}
