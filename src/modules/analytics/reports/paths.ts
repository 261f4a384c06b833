import { eventsInSessions, isStep } from './in-sessions.ts';
import { PATH_SHARE } from './measures/paths.ts';
import * as sessions from './measures/sessions.ts';
import { defineReport } from './report.ts';

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
    const shift = isTo ? LENGTH : 1;
    return `
      with ${eventsInSessions(asked, { columns: 'name, path', where: "(name = 'page_view' and path is not null)" })},
      walked as (
        select * from placed where session_id in (select id from asked_session)
        qualify path is distinct from lag(path) over (partition by session_id order by happened_at, id)
      ), numbered as (
        select *, row_number() over (partition by session_id order by happened_at, id) as nth from walked
      ), anchor as (select session_id, ${anchorOf(page, isTo)} as nth from numbered group by session_id),
      around as (
        select session_id, path, numbered.nth - anchor.nth + ${shift} as place
        from numbered join anchor using (session_id) where numbered.nth - anchor.nth + ${shift} between 1 and ${LENGTH}
      ), often as (
        select place, path from around group by place, path
        qualify row_number() over (partition by place order by count(*) desc, path) <= ${MOST_PAGES}
      ), named as (
        select around.*, if(often.path is null, 'other', around.path) as label from around left join often using (place, path)
      ), way as (
        select ${PLACES.map((place) => `max(label) filter (place = ${place}) as page_${place}`).join(', ')}
        from named group by session_id
      )
      select ${asked.by(DIMENSIONS)}count(*) as sessions, sum(count(*)) over () as sessions_of_all
      from way group by all`;
  },
  // Ways are of visits: which orders were in one is told by no column.
  orders: { from: 'session_order', day: 'day', where: 'false', columns: {} },
});

/** SQL: which of a session's pages the way begins or ends with; null where it has none like it. */
function anchorOf(page: string | undefined, isTo: boolean): string {
  if (page === undefined) return isTo ? 'max(nth)' : 'min(nth)';
  return `min(nth) filter (${isStep(page)})`;
}
