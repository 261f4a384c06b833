import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';

export type PastLevel = {
  readonly variantId: VariantId;
  readonly day: Temporal.PlainDate;
  readonly onHand: number;
};

const AT_ONCE = 10_000;

export async function deletePastLevels(tx: Tx, origin: string): Promise<void> {
  await sql`delete from inventory.past_level where origin = ${origin}`.execute(tx);
}

export async function insertPastLevels(tx: Tx, origin: string, levels: readonly PastLevel[]): Promise<void> {
  for (let from = 0; from < levels.length; from += AT_ONCE) {
    const some = levels.slice(from, from + AT_ONCE);
    await sql`
      insert into inventory.past_level (origin, variant_id, day, on_hand)
      select ${origin}, variant_id, day, on_hand from unnest(${some.map(({ variantId }) => variantId)}::uuid[],
        ${some.map(({ day }) => day.toString())}::date[], ${some.map(({ onHand }) => onHand)}::int[]
      ) as given (variant_id, day, on_hand)`.execute(tx);
  }
}

/**
 * Common table expressions, `moved` (variant_id, day, quantity) the last of them: what changed of a variant on a day, by its
 * history until that ends and by its movements from then on. Where the two do not meet, the day after the history has the
 * difference; so all changes together are what is on hand.
 *
 * @param given.of which variants; all where it is left out
 * @param given.since what is before this day is left out
 */
export function movedByDay(given: {
  readonly zone: string;
  readonly of?: readonly VariantId[];
  readonly since?: Temporal.PlainDate;
}): RawBuilder<unknown> {
  const { zone, of, since } = given;
  const isAsked = of === undefined ? sql`true` : sql`variant_id = any(${of}::uuid[])`;
  const first = since?.toString() ?? '-infinity';
  return sql`
    past as (
      select variant_id, day, on_hand - lag(on_hand, 1, 0) over days as quantity, on_hand,
        lag(day) over days is null as is_first, lead(day) over days is null as is_last
      from inventory.past_level where ${isAsked} window days as (partition by variant_id order by day)
    ), known as (
      select variant_id, day as until, on_hand from past where is_last
    ), own as (
      select variant_id, (moved_at at time zone ${zone})::date as day, quantity
      from inventory.movement join inventory.location on location.id = movement.location_id and location.is_active
      where ${isAsked} and (moved_at >= ${first}::date::timestamp at time zone ${zone}
        or variant_id in (select variant_id from known))
    ), passed as (
      select variant_id, sum(own.quantity) as quantity from own join known using (variant_id)
      where own.day <= known.until group by variant_id
    ), moved as (
      select variant_id, day, sum(quantity) as quantity from (
        select own.* from own left join known using (variant_id) where known.until is null or own.day > known.until
        union all
        select variant_id, day, quantity from past where is_first or quantity <> 0
        union all
        select variant_id, until + 1, coalesce(passed.quantity, 0) - on_hand from known left join passed using (variant_id)
        where coalesce(passed.quantity, 0) <> on_hand
      ) change where day >= ${first}::date group by variant_id, day
    )`;
}
