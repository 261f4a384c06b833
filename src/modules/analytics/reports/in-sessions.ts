import { quoted } from './asked.ts';
import type { Asked } from './report.ts';

/**
 * SQL: whether an event is what a step names: an event, or a page by its path, with `*` for anything and with or without the
 * prefix of a market and language: `/products/*` is `/de/products/tasse` too.
 */
export function isStep(step: string): string {
  if (!step.startsWith('/')) return `name = ${quoted(step)}`;
  const pattern = step.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return `name = 'page_view' and regexp_matches(path, ${quoted(`^(?:/[^/]+)??${pattern}$`)})`;
}

/**
 * SQL, common table expressions: `asked_session`, the sessions of the span, and `placed`, events that fulfil `where` with the
 * session that each is in: the one that began last before it. A session's id is that of its first event.
 *
 * @param input.columns of events, besides `visitor`, `happened_at`, `id` and `session_id`
 * @param input.laterMinutes how long after the sessions of the span events are read
 */
export function eventsInSessions(
  { during, ofMarket }: Pick<Asked, 'during' | 'ofMarket'>,
  input: { readonly columns: string; readonly where: string; readonly laterMinutes?: number },
): string {
  const { columns, where, laterMinutes = 0 } = input;
  return `
    asked_session as (select * from session where ${during('day')}${ofMarket('session')}),
    bounds as (
      select min(began_at) as low, max(ended_at) + interval ${laterMinutes} minutes as high from asked_session
    ), found as (
      select visitor, happened_at, event.id, begun.id as begun_id, ${where} as is_wanted, ${columns}
      from event left join (
        select id from session where began_at between (select low from bounds) and (select high from bounds)
      ) begun on begun.id = event.id
      where happened_at between (select low from bounds) and (select high from bounds)
        and visitor is not null and (begun.id is not null or ${where})
    ), placed as (
      select * exclude (begun_id, is_wanted) from (
        select *, last_value(begun_id ignore nulls) over (
          partition by visitor order by happened_at, id rows between unbounded preceding and current row) as session_id
        from found
      ) where is_wanted
    )`;
}
