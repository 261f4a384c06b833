import type { Session } from '../../../platform/warehouse/index.ts';

/** SQL: whether a session was engaged without an order: 10 seconds to be seen, or two pages. */
export const IS_ENGAGED = '(views >= 2 or engaged_ms >= 10000)';

const SUMS = `count(*) as sessions, count(*) filter (${IS_ENGAGED}) as engaged, sum(views) as views,
  sum(searches) as searches, sum(engaged_ms) as engaged_ms, count(*) filter (step >= 1) as reached_view,
  count(*) filter (step >= 2) as reached_cart, count(*) filter (step >= 3) as reached_checkout,
  count(*) filter (step >= 4) as reached_purchase, count(*) filter (${IS_ENGAGED} or step >= 4) as engaged_or_purchase`;

/** SQL of the rows of each table, from sessions and products of whole days. */
const ROWS: Readonly<Record<string, string>> = {
  visit_hour: `select day, hour, market, currency, country, channel, device, ${SUMS} from counted_session group by all`,
  visit_day: `select day, market, currency, country, channel, device, source, medium, campaign, referrer_host, browser, os,
    mode, locale, ${SUMS} from counted_session group by all`,
  visit_page: `select day, market, currency, false as is_exit, landing_path as path, ${SUMS} from counted_session group by all
    union all by name
    select day, market, currency, true as is_exit, exit_path as path, ${SUMS} from counted_session group by all`,
  trace_day: `select day, market, device, channel, country, locale, mode, trace, count(*) as sessions
    from counted_session group by all`,
  way_day: `select day, market, false as is_exit, first_pages as pages, count(*) as sessions
    from counted_session where first_pages is not null group by all
    union all by name
    select day, market, true as is_exit, last_pages as pages, count(*) as sessions
    from counted_session where last_pages is not null group by all`,
  product_day: `select day, market, device, channel, product_id, count(*) filter (is_viewed) as views,
      count(*) filter (is_carted) as carts, count(*) filter (is_viewed and is_carted) as views_carted
    from session_product where {days} group by all`,
};

type Days = { readonly low: Temporal.PlainDate | null; readonly high: Temporal.PlainDate | null };

/** Counts the days anew from which sessions were taken (`rolled_session`) or to which some came (`new_session`). */
export async function rollVisits(session: Session): Promise<void> {
  await session.run(`create or replace temp table touched_day as
    select day from rolled_session union select day from new_session`);
  const [touched] = await session.rows<Days>('select min(day) as low, max(day) as high from touched_day');
  if (touched === undefined || touched.low === null) return;
  await rollDays(session, touched);
}

/** The same of every day there is. */
export async function rollAllVisits(session: Session): Promise<void> {
  await session.run('create or replace temp table touched_day as select distinct day from session');
  const [touched] = await session.rows<Days>('select min(day) as low, max(day) as high from touched_day');
  if (touched !== undefined) await rollDays(session, touched);
}

async function rollDays(session: Session, { low, high }: Days): Promise<void> {
  // The bounds are for the table's own marks: what is of other days is not read.
  const days = `day in (select day from touched_day) and day between date '${low}' and date '${high}'`;
  await session.run(`create or replace temp table counted_session as select * from session where ${days}`);
  for (const [table, rows] of Object.entries(ROWS)) {
    await session.run(`delete from ${table} where ${days}`);
    await session.run(`insert into ${table} by name ${rows.replace('{days}', days)}`);
  }
  await session.run('drop table counted_session');
}
