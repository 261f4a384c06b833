import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { Dated, Days } from './annotation.ts';

/** A worker that was not there for longer was away: a job may be late, and a restart takes a moment. */
export const AWAY_MINUTES = 5;
const KEPT_DAYS = 1_100;

/** Says that something runs: draws out the latest span, or begins another when nothing ran for a while. */
export async function noteAlive(db: Db, now: Temporal.Instant): Promise<void> {
  const at = now.toString();
  await sql`
    with latest as (
      select began_at from analytics.alive
      where last_at >= ${at}::timestamptz - make_interval(mins => ${AWAY_MINUTES}) and began_at <= ${at}::timestamptz
      order by began_at desc limit 1
    ), drawn as (
      update analytics.alive set last_at = greatest(last_at, ${at}::timestamptz)
      where began_at = (select began_at from latest) returning began_at
    ), gone as (
      delete from analytics.alive where last_at < ${at}::timestamptz - make_interval(days => ${KEPT_DAYS})
    )
    insert into analytics.alive (began_at, last_at)
    select ${at}::timestamptz, ${at}::timestamptz where not exists (select from latest)
    on conflict do nothing`.execute(db);
}

/**
 * Times in which no worker of the shop ran, as far as one noted that it did: the pages may have been there by themselves where
 * they are processes of their own. What was before the first note, nobody knows.
 */
export async function readOutages(
  db: Db,
  { from, to, zone }: Days & { readonly zone: string },
): Promise<Dated<{ readonly kind: 'outage'; readonly minutes: number }>[]> {
  const begin = from.toZonedDateTime(zone).toInstant().toString();
  const end = to.add({ days: 1 }).toZonedDateTime(zone).toInstant().toString();
  const { rows } = await sql<{ since: Temporal.Instant; until: Temporal.Instant }>`
    select since, until from (
      select last_at as since, lead(began_at) over (order by began_at) as until from analytics.alive
    ) gap
    where until > since + make_interval(mins => ${AWAY_MINUTES})
      and since < ${end}::timestamptz and until > ${begin}::timestamptz
    order by since`.execute(db);
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate();
  return rows.map(({ since, until }) => ({
    ...{ kind: 'outage', from: dayOf(since), to: dayOf(until) },
    minutes: Math.round((until.epochMilliseconds - since.epochMilliseconds) / 60_000),
  }));
}
