import { askReport } from '../explore/ask-report.ts';
import * as marketing from './measures/marketing.ts';
import * as sales from './measures/sales.ts';
import * as sessions from './measures/sessions.ts';

export const channels = askReport({
  id: 'channels',
  titleKey: 'reports.channels',
  about:
    'Where visits came from, what was bought in them, and what advertising there cost. Orders whose session is not known have ' +
    'a row of their own, without a channel.',
  dimensions: [
    {
      id: 'channel',
      about: 'Default channel group of Google Analytics 4 of the session in which it was bought.',
    },
  ],
  measures: [
    ...[sessions.SESSIONS, sales.ORDERS, sessions.MATCHED_ORDERS, sessions.TRACKED_SHARE, sales.GROSS_SALES],
    ...[sales.DISCOUNTS, sales.RETURNS, sales.NET_SALES, sales.AVERAGE_ORDER_VALUE],
    ...[marketing.NEW_CUSTOMERS, marketing.AD_SPEND, marketing.CAC, marketing.ROAS],
  ],
  sortBy: 'sessions',
});
