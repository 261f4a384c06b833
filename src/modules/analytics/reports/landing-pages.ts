import * as sessions from './measures/sessions.ts';
import * as visits from './measures/visits.ts';
import { defineReport } from './report.ts';
import { VISIT_SUMS, visitedBy } from './visited.ts';

export const landingPages = defineReport({
  id: 'landing_pages',
  titleKey: 'reports.landingPages',
  about: 'The page that visits began with: how many stayed, how long, and how many bought.',
  hasCurrency: false,
  dimensions: [{ id: 'landing_page', about: 'Path of the first page that was seen in the session.' }],
  query:
    'FROM sessions SHOW sessions, bounce_rate, pages_per_visit, time_per_visit, conversion_rate GROUP BY landing_page',
  measures: [
    ...[sessions.SESSIONS, visits.BOUNCE_RATE, visits.PAGES_PER_VISIT, visits.TIME_PER_VISIT],
    ...[sessions.SESSIONS_BOUGHT, sessions.CONVERSION_RATE],
  ],
  sortBy: 'sessions',
  statement: ({ by, during, ofMarket }) => `
    select ${by({ landing_page: 'page' })}${VISIT_SUMS}
    from (${visitedBy({
      ...{ table: 'visit_page', columns: { page: 'path' }, ofOrder: { page: 'landing_path' } },
      ...{ only: ' and not is_exit', during, ofMarket },
    })}) group by all`,
  orders: { from: 'session_order', day: 'day', columns: { landing_page: 'landing_path' } },
});
