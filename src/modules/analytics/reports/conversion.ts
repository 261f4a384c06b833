import { askReport } from '../explore/ask-report.ts';
import * as sessions from './measures/sessions.ts';

export const conversion = askReport({
  id: 'conversion',
  titleKey: 'reports.conversion',
  about: 'How many visits there were, how far they got, and how many ended with an order.',
  isOverTime: true,
  measures: [
    ...[sessions.SESSIONS, sessions.SESSIONS_VIEWED, sessions.SESSIONS_CART, sessions.SESSIONS_CHECKOUT],
    ...[sessions.SESSIONS_PURCHASE, sessions.SESSIONS_BOUGHT, sessions.CONVERSION_RATE],
  ],
});
