import { eventsInSessions, isStep } from './in-sessions.ts';
import { PATH_SHARE } from './measures/paths.ts';
import * as sessions from './measures/sessions.ts';
import { type Asked, defineReport } from './report.ts';

const LENGTH = 5;
/** Pages a step tells apart; the others are together. */
const MOST_PAGES = 6;

const PLACES = Array.from({ length: LENGTH }, (_, index) => index + 1);
const DIMENSIONS = Object.fromEntries(PLACES.map((place) => [`page_${place}`, `page_${place}`]));

export const paths = defineReport({
  id: 'paths',
  titleKey: 'reports.paths',
  about:
    'Which way visits take from a page on, or to it, over up to five pages. The same page again right after itself is one. ' +
    'What is rare at a place is other; nothing: the visit had ended, or had not begun.',
  hasCurrency: false,
  dimensions: PLACES.map((place) => ({
    id: `page_${place}`,
    about: `The page at place ${place} of the way.`,
  })),
  measures: [sessions.SESSIONS, PATH_SHARE],
  sortBy: 'sessions',
  statement: (asked) => {
    const { page, isTo = false } = asked.path ?? {};
    return `
      with ${page === undefined ? waysOfDays(asked, isTo) : waysAround(asked, { page, isTo })},
      around as (
        select way_id, sessions, unnest(pages) as path, unnest(range(len(pages))) + place as place from way
      ), often as (
        select place, path from around group by place, path
        qualify row_number() over (partition by place order by sum(sessions) desc, path) <= ${MOST_PAGES}
      ), named as (
        select around.*, if(often.path is null, 'other', around.path) as label from around left join often using (place, path)
      ), labelled as (
        select any_value(sessions) as sessions,
          ${PLACES.map((place) => `max(label) filter (place = ${place}) as page_${place}`).join(', ')}
        from named group by way_id
      )
      select ${asked.by(DIMENSIONS)}sum(sessions) as sessions, sum(sum(sessions)) over () as sessions_of_all
      from labelled group by all`;
  },
  // Ways are of visits: which orders were in one is told by no column.
  orders: { from: 'session_order', day: 'day', where: 'false', columns: {} },
});

/**
 * SQL, common table expressions: `way`, the pages of sessions in turn with the place of the first of them, and how many
 * sessions took it: from the first page on, or to the last, as they are counted by day.
 */
function waysOfDays({ during, ofMarket }: Asked, isTo: boolean): string {
  return `way as (
    select row_number() over () as way_id, sessions, pages, ${isTo ? `${LENGTH + 1} - len(pages)` : '1'} as place
    from (
      select string_split(pages, chr(31)) as pages, sum(sessions) as sessions
      from way_day where ${isTo ? '' : 'not '}is_exit and ${during('day')}${ofMarket('way_day')} group by way_day.pages
    )
  )`;
}

/** The same around a page, which is another place in each session: out of events. */
function waysAround(asked: Asked, { page, isTo }: { readonly page: string; readonly isTo: boolean }): string {
  const [before, after] = isTo ? [LENGTH - 1, 0] : [0, LENGTH - 1];
  return `${eventsInSessions(asked, { columns: 'name, path', where: "(name = 'page_view' and path is not null)" })},
    walked as (
      select * from placed where session_id in (select id from asked_session)
      qualify path is distinct from lag(path) over (partition by session_id order by happened_at, id)
    ), numbered as (
      select *, row_number() over (partition by session_id order by happened_at, id) as nth from walked
    ), anchor as (
      select session_id, min(nth) filter (${isStep(page)}) as nth from numbered group by session_id
    ), way as (
      select session_id as way_id, 1 as sessions, list(path order by numbered.nth) as pages,
        min(numbered.nth - anchor.nth) + ${before + 1} as place
      from numbered join anchor using (session_id)
      where numbered.nth - anchor.nth between -${before} and ${after} group by session_id
    )`;
}
