import * as sessions from './measures/sessions.ts';
import * as visits from './measures/visits.ts';
import { defineReport } from './report.ts';
import { VISIT_SUMS, visitedBy } from './visited.ts';

const DIMENSIONS = { device: 'device', browser: 'browser', os: 'os' };

export const devices = defineReport({
  id: 'devices',
  titleKey: 'reports.devices',
  about: 'What visitors come with, and whether they get along with the shop on it.',
  hasCurrency: false,
  dimensions: [
    { id: 'device', about: 'desktop, mobile or tablet, as far as the browser says it.' },
    { id: 'browser', about: 'By its own word.' },
    { id: 'os', about: 'The operating system, by the browser’s word.' },
  ],
  query:
    'FROM sessions SHOW sessions, bounce_rate, pages_per_visit, time_per_visit, conversion_rate GROUP BY device, browser, os',
  measures: [
    ...[sessions.SESSIONS, visits.BOUNCE_RATE, visits.PAGES_PER_VISIT, visits.TIME_PER_VISIT],
    ...[sessions.SESSIONS_BOUGHT, sessions.CONVERSION_RATE],
  ],
  sortBy: 'sessions',
  statement: ({ by, during, ofMarket }) => `
    select ${by(DIMENSIONS)}${VISIT_SUMS}
    from (${visitedBy({ table: 'visit_day', columns: DIMENSIONS, during, ofMarket })}) group by all`,
  orders: { from: 'session_order', day: 'day', columns: DIMENSIONS },
});
