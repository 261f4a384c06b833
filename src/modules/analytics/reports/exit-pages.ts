import * as pages from './measures/pages.ts';
import * as sessions from './measures/sessions.ts';
import * as visits from './measures/visits.ts';
import { defineReport } from './report.ts';
import { visitedBy } from './visited.ts';

export const exitPages = defineReport({
  id: 'exit_pages',
  titleKey: 'reports.exitPages',
  about: 'The page that visits ended with, and how often it is the last one when it is seen.',
  hasCurrency: false,
  dimensions: [{ id: 'exit_page', about: 'Path of the last page that was seen in the session.' }],
  query: 'FROM sessions SHOW sessions, bounce_rate, conversion_rate GROUP BY exit_page',
  measures: [
    ...[visits.EXITS, pages.VIEWS, visits.EXIT_RATE, visits.BOUNCE_RATE],
    ...[sessions.SESSIONS_BOUGHT, sessions.CONVERSION_RATE],
  ],
  sortBy: 'sessions',
  statement: ({ by, during, ofMarket }) => `
    with part as (
      ${visitedBy({
        ...{ table: 'visit_page', columns: { page: 'path' }, ofOrder: { page: 'exit_path' } },
        ...{ only: ' and is_exit', during, ofMarket },
      })}
      union all by name
      select path as page, sum(views) as seen from page_day where ${during('day')}${ofMarket('page_day')} group by path
    )
    select ${by({ exit_page: 'page' })}sum(sessions) as sessions, sum(engaged) as engaged,
      sum(sessions_bought) as sessions_bought, sum(seen) as views
    from part group by all`,
  orders: {
    ...{ from: 'session_order', day: 'day', columns: { exit_page: 'exit_path' } },
  },
});
