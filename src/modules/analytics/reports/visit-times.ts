import * as sessions from './measures/sessions.ts';
import * as visits from './measures/visits.ts';
import { defineReport } from './report.ts';
import { VISIT_SUMS, visitedBy } from './visited.ts';

const DIMENSIONS = { weekday: 'isodow(day)', hour: 'hour' };

export const visitTimes = defineReport({
  id: 'visit_times',
  titleKey: 'reports.visitTimes',
  about: 'On which weekdays and at which hours visitors come, and when they buy.',
  hasCurrency: false,
  dimensions: [
    { id: 'weekday', about: '1 is Monday, 7 is Sunday, in the shop’s zone.' },
    { id: 'hour', about: '0 to 23, in the shop’s zone.' },
  ],
  measures: [...[sessions.SESSIONS, visits.BOUNCE_RATE, sessions.SESSIONS_BOUGHT, sessions.CONVERSION_RATE]],
  sortBy: 'sessions',
  statement: ({ by, during, ofMarket }) => `
    select ${by({ weekday: 'weekday', hour: 'hour' })}${VISIT_SUMS}
    from (${visitedBy({ table: 'visit_hour', columns: DIMENSIONS, during, ofMarket })}) group by all`,
  orders: { from: 'session_order', day: 'day', columns: DIMENSIONS },
});
