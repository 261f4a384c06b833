import type { Session } from '../../../platform/warehouse/index.ts';
import type { FactSources } from '../facts/sources.ts';
import { localTime } from './local-time.ts';
import { forgetProducts, insertProducts } from './roll-products.ts';
import { IS_ENGAGED, rollVisits } from './roll-visits.ts';
import { traced } from './trace.ts';

/** A session ends when nothing happened for longer. */
export const IDLE_MINUTES = 30;

/**
 * Makes the sessions anew that the events of `new_event` touch. What belongs together is a *run*: events of a visitor
 * without a pause of half an hour. A run is rolled as a whole, so that an event that comes late joins, splits or moves
 * sessions as if it had been there in time.
 */
export async function rollSessions(
  session: Session,
  { zone, channelOf }: Pick<FactSources, 'channelOf'> & { readonly zone: string },
): Promise<void> {
  await findRuns(session);
  await session.run(`create or replace temp table told_order as
    select distinct order_id from session_order join rolled_span span using (visitor)
    where session_order.happened_at between span.low and span.high`);
  await forgetProducts(session);
  await session.run(`
    delete from session using rolled_span span
    where session.visitor = span.visitor and session.run_at between span.low and span.high`);
  await session.run(`
    delete from session_order using rolled_span span
    where session_order.visitor = span.visitor and session_order.happened_at between span.low and span.high`);
  await markStarts(session);
  await nameChannels(session, channelOf);
  await insertSessions(session, zone);
  await insertSessionOrders(session);
  await nameOrders(session);
  await insertProducts(session);
  await rollVisits(session);
}

async function insertSessionOrders(session: Session): Promise<void> {
  await session.run(`
    insert into session_order by name
    select event.visitor, made.id as session_id, event.order_id, event.happened_at, made.day, made.hour, made.market,
      made.currency, made.country, made.mode, made.locale, made.device, made.browser, made.os, made.landing_path,
      made.exit_path, made.source, made.medium, made.campaign, made.referrer_host, made.channel,
      ${IS_ENGAGED.replaceAll(/\b(views|engaged_ms)\b/g, 'made.$1')} as is_engaged
    from marked_event event join marked_event first
      on first.visitor = event.visitor and first.session = event.session and first.begins
      join new_session made on made.id = first.id
    where event.name = 'purchase' and event.order_id is not null`);
}

/** An order that several sessions told of was bought in the first. */
async function nameOrders(session: Session): Promise<void> {
  await session.run(`insert into told_order
    select distinct order_id from marked_event where name = 'purchase' and order_id is not null`);
  await session.run('delete from order_session where order_id in (select order_id from told_order)');
  const columns = [
    'session_id',
    'channel',
    'source',
    'medium',
    'campaign',
    'referrer_host',
    'device',
    'landing_path',
  ];
  await session.run(`
    insert into order_session by name
    select order_id, ${columns.map((name) => `first.${name}`).join(', ')} from (
      select order_id, min_by(session_order, (happened_at, session_id)) as first
      from session_order where order_id in (select order_id from told_order) group by order_id)`);
}

/** Per visitor the span of whole runs that new events are in or join. */
async function findRuns(session: Session): Promise<void> {
  await session.run(`create or replace temp table touched_visitor as
    select visitor, min(happened_at) as low, max(happened_at) as high from new_event
    where visitor is not null group by visitor`);
  await session.run(`create or replace temp table rolled_span as
    with touched_run as (
      select distinct session.visitor, session.run_at
      from session join touched_visitor touched using (visitor)
      where session.began_at <= touched.high + interval ${IDLE_MINUTES} minutes
        and session.ended_at >= touched.low - interval ${IDLE_MINUTES} minutes
    ), run as (
      select visitor, min(run_at) as low, max(ended_at) as high
      from session join touched_run using (visitor, run_at) group by visitor
    )
    select touched.visitor, least(touched.low, run.low) as low, greatest(touched.high, run.high) as high
    from touched_visitor touched left join run using (visitor)`);
}

/**
 * Each event with its run and its session: a session begins with a run, or with an event that brings another campaign
 * than its session has.
 */
async function markStarts(session: Session): Promise<void> {
  await session.run(`create or replace temp table marked_event as
    with seen as (
      select event.*, if(coalesce(source, medium, campaign, click_id) is null, null,
        concat_ws(chr(31), ifnull(source, ''), ifnull(medium, ''), ifnull(campaign, ''), ifnull(click_id, ''))) as brought
      from event join rolled_span span using (visitor)
      where happened_at between (select min(low) from rolled_span) and (select max(high) from rolled_span)
        and happened_at between span.low and span.high
    ), paused as (
      select *, ifnull(happened_at - lag(happened_at) over visit > interval ${IDLE_MINUTES} minutes, true) as begins_run
      from seen window visit as (partition by visitor order by happened_at, id)
    ), run as (
      select *, count(*) filter (begins_run) over visit as run
      from paused window visit as (partition by visitor order by happened_at, id rows unbounded preceding)
    ), begun as (
      select *, begins_run or (brought is not null and brought is distinct from last_value(brought ignore nulls) over (
        partition by visitor, run order by happened_at, id rows between unbounded preceding and 1 preceding)) as begins
      from run
    )
    select *, count(*) filter (begins) over (
        partition by visitor order by happened_at, id rows unbounded preceding) as session,
      first_value(happened_at) over (partition by visitor, run order by happened_at, id) as run_at
    from begun`);
}

async function nameChannels(session: Session, channelOf: FactSources['channelOf']): Promise<void> {
  const from = await session.rows<{
    source: string | null;
    medium: string | null;
    campaign: string | null;
    click_id: string | null;
    referrer_host: string | null;
  }>(`
    select source, medium, campaign, click_id, referrer_host from marked_event where begins
    except select source, medium, campaign, click_id, referrer_host from channel`);
  await session.append(
    'channel',
    from.map(({ source, medium, campaign, click_id: clickId, referrer_host: referrerHost }) => {
      const cameFrom = { source, medium, campaign, clickId, referrerHost };
      const given = Object.fromEntries(
        Object.entries(cameFrom).map(([name, text]) => [name, text ?? undefined]),
      );
      const channel = channelOf({ ...NOWHERE, ...given });
      return [source, medium, campaign, clickId, referrerHost, channel];
    }),
  );
}

const NOWHERE = {
  source: undefined,
  medium: undefined,
  campaign: undefined,
  clickId: undefined,
  referrerHost: undefined,
};

// The steps of the closed funnel in the order in which they happened, one letter each: v·a·c·p.
const STEPS = `string_agg(case name when 'view_item' then 'v' when 'add_to_cart' then 'a' when 'begin_checkout' then 'c'
  when 'purchase' then 'p' end, '' order by happened_at, id)`;

/** Of its pages, without the same again right after itself, the first or the last five. */
const SHOWN_PAGES = 5;

async function insertSessions(session: Session, zone: string): Promise<void> {
  await session.run(`create or replace temp table new_session as
    with made as (
      select visitor, session, count(*) as events, count(*) filter (name = 'page_view') as views,
        count(*) filter (name = 'search') as searches, ifnull(sum(engaged_ms), 0) as engaged_ms,
        max(happened_at) as ended_at, max(customer_id) as customer_id, ${STEPS} as steps,
        arg_min(path, (happened_at, id)) filter (name = 'page_view') as landing_path,
        arg_max(path, (happened_at, id)) filter (name = 'page_view') as exit_path,
        arg_min(currency, (happened_at, id)) filter (currency is not null) as currency,
        string_agg(${traced('name')}, '' order by happened_at, id) as trace,
        list(path order by happened_at, id) filter (name = 'page_view' and path is not null) as seen
      from marked_event group by visitor, session
    ), walked as (
      select *, list_filter(seen, lambda path, place: place = 1 or path <> seen[place - 1]) as pages from made
    )
    select first.id, visitor, run_at, happened_at as began_at, walked.ended_at,
      cast(${localTime('happened_at', zone)} as date) as day, hour(${localTime('happened_at', zone)}) as hour,
      mode, walked.customer_id, market, locale, walked.currency, country, device, browser, os, landing_path, exit_path,
      first.source, first.medium, first.campaign, first.click_id, first.referrer_host, channel.channel, walked.events,
      walked.views, walked.searches, walked.engaged_ms,
      case when steps like '%v%a%c%p%' then 4 when steps like '%v%a%c%' then 3 when steps like '%v%a%' then 2
        when steps like '%v%' then 1 else 0 end as step,
      walked.trace, array_to_string(pages[1:${SHOWN_PAGES}], chr(31)) as first_pages,
      array_to_string(pages[-${SHOWN_PAGES}:], chr(31)) as last_pages
    from marked_event first join walked using (visitor, session) join channel
      on (channel.source, channel.medium, channel.campaign, channel.click_id, channel.referrer_host)
        is not distinct from (first.source, first.medium, first.campaign, first.click_id, first.referrer_host)
    where first.begins`);
  await session.run('insert into session by name select * from new_session');
}
