import { sql } from 'kysely';
import type { Db } from '../../platform/database/index.ts';

/** A day on which prices that were there before became others. */
export type PriceDay = {
  readonly day: Temporal.PlainDate;
  readonly variants: number;
  /** Variants that cost more in at least one currency, and less. */
  readonly up: number;
  readonly down: number;
};

type Asked = { readonly from: Temporal.Instant; readonly to: Temporal.Instant; readonly zone: string };

/**
 * Days of `zone` on which prices changed. A first price is none that changed, nor is one that was removed, or changed back on
 * the same day.
 */
export async function readPriceDays(db: Db, { from, to, zone }: Asked): Promise<PriceDay[]> {
  const { rows } = await sql<PriceDay>`
    with changed as (
      select variant_id, currency, (changed_at at time zone ${zone})::date as day,
        (array_agg(amount_minor order by changed_at desc, id desc))[1] as amount_minor, min(changed_at) as first_at
      from pricing.price_change
      where changed_at >= ${from.toString()}::timestamptz and changed_at < ${to.toString()}::timestamptz
      group by variant_id, currency, day
    ), compared as (
      select day, variant_id, changed.amount_minor, before.amount_minor as before_minor
      from changed cross join lateral (
        select amount_minor from pricing.price_change earlier
        where earlier.variant_id = changed.variant_id and earlier.currency = changed.currency
          and earlier.changed_at < changed.first_at
        order by earlier.changed_at desc, earlier.id desc limit 1
      ) before
    )
    select day, count(distinct variant_id)::int as variants,
      count(distinct variant_id) filter (where amount_minor > before_minor)::int as up,
      count(distinct variant_id) filter (where amount_minor < before_minor)::int as down
    from compared where amount_minor <> before_minor group by day order by day`.execute(db);
  return rows;
}

/** Days on which prices are to begin that wait for their time, with how many. */
export async function readPlannedPriceDays(
  db: Db,
  { from, to, zone }: Asked,
): Promise<{ readonly day: Temporal.PlainDate; readonly variants: number }[]> {
  const { rows } = await sql<{ day: Temporal.PlainDate; variants: number }>`
    select (starts_at at time zone ${zone})::date as day, count(distinct variant_id)::int as variants
    from pricing.scheduled_price
    where outcome is null and starts_at >= ${from.toString()}::timestamptz and starts_at < ${to.toString()}::timestamptz
    group by day order by day`.execute(db);
  return rows;
}
