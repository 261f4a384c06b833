import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/index.ts';
import { type DropReason, dayOf } from './store/take-in.ts';
import type { Suspicion } from './visit/bots.ts';

/** How long what was put aside can be put back. */
export const QUARANTINE_DAYS = 7;

/** How many events were not counted as a shopper's, by day of arrival (UTC) and reason. */
export type Dropped = {
  readonly day: Temporal.PlainDate;
  readonly reason: DropReason;
  readonly count: bigint;
  /** Of them, still in quarantine. */
  readonly held: bigint;
};

export async function readDropped(
  db: Db,
  { from, to }: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
): Promise<Dropped[]> {
  const { rows } = await sql<Dropped>`
    select day, reason, count, coalesce(held, 0) as held
    from (select day, reason, sum(count)::bigint as count from collector.dropped group by day, reason) as dropped
    left join (
      select (arrived_at at time zone 'UTC')::date as day, reason, count(*) as held
      from collector.quarantine group by 1, 2
    ) as quarantined using (day, reason)
    where day between ${from.toString()}::date and ${to.toString()}::date order by day, reason`.execute(db);
  return rows;
}

/**
 * Puts events back that a wrong layer put aside: they go into the log by when they happened, as if nothing had been
 * suspected, and are no longer counted as dropped.
 *
 * @returns how many
 */
export async function releaseQuarantine(
  tx: Tx,
  input: { readonly reason: Suspicion; readonly from: Temporal.Instant; readonly to: Temporal.Instant },
): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`
    with gone as (
      delete from collector.quarantine where reason = ${input.reason}
        and arrived_at >= ${input.from.toString()}::timestamptz and arrived_at < ${input.to.toString()}::timestamptz
      returning arrived_at, event, origin
    ), back as (
      insert into collector.inbox (event) select event from gone
    ), fewer as (
      select (arrived_at at time zone 'UTC')::date as day, origin, count(*) as count from gone group by 1, 2
    ), counted as (
      update collector.dropped set count = dropped.count - fewer.count from fewer
      where dropped.day = fewer.day and dropped.origin = fewer.origin and dropped.reason = ${input.reason}
    )
    select count(*) as count from gone`.execute(tx);
  return Number(rows[0]?.count ?? 0);
}

/** What is older than seven days goes for good. */
export async function emptyQuarantine(db: Db, now: Temporal.Instant): Promise<void> {
  const day = dayOf(now);
  await sql`
    delete from collector.quarantine
    where arrived_at < (${day}::date - ${QUARANTINE_DAYS}::int)::timestamp at time zone 'UTC'`.execute(db);
}
