import type { Session } from '../../../platform/warehouse/index.ts';

/**
 * What was searched for in the sessions that were just made of `marked_event`. The same term right after itself is the next
 * page of its results, or a filter: one search, and what follows is what followed the last of them.
 */
export async function rollSearches(session: Session): Promise<void> {
  await session.run(`
    delete from search using rolled_span span
    where search.visitor = span.visitor and search.happened_at between span.low and span.high`);
  await session.run(`
    insert into search by name
    with placed as (
      select visitor, session, id, happened_at, name, results, lower(trim(search_term)) as term,
        row_number() over visit as place, count(*) filter (name = 'view_item') over visit as looked
      from marked_event where name in ('search', 'page_view', 'view_item')
      window visit as (partition by visitor, session order by happened_at, id rows unbounded preceding)
    ), followed as (
      select *, max(place) filter (name = 'page_view') over (partition by visitor, session) as last_page
      from placed
    ), searched as (
      select *, lead(term) over visit as next_term, lead(looked) over visit as looked_next
      from followed where name = 'search' and term <> ''
      window visit as (partition by visitor, session order by place)
    )
    select made.visitor, made.id as session_id, found.happened_at, made.day, made.hour, made.market, made.device,
      made.channel, found.term, found.results, ifnull(found.last_page < found.place, true) as is_exit,
      ifnull(found.next_term <> found.term and found.looked_next = found.looked, false) as is_refined
    from searched found join marked_event first using (visitor, session) join new_session made on made.id = first.id
    where first.begins and found.next_term is distinct from found.term`);
}
