import * as sessions from './measures/sessions.ts';
import { defineReport } from './report.ts';

export const funnel = defineReport({
  id: 'funnel',
  titleKey: 'reports.funnel',
  about:
    'Where visits end between looking and buying, by device: a closed funnel, each step after the one before it.',
  hasCurrency: false,
  dimensions: [{ id: 'device', about: 'desktop, mobile or tablet, as far as the browser says it.' }],
  measures: [
    ...[sessions.SESSIONS, sessions.SESSIONS_VIEWED, sessions.SESSIONS_CART, sessions.SESSIONS_CHECKOUT],
    ...[sessions.SESSIONS_PURCHASE, sessions.CART_RATE, sessions.CHECKOUT_RATE, sessions.PURCHASE_RATE],
  ],
  sortBy: 'sessions',
  statement: ({ by, during, within }) => `
    select ${by({ device: 'device' })}count(*) as sessions, count(*) filter (step >= 1) as sessions_viewed,
      count(*) filter (step >= 2) as sessions_cart, count(*) filter (step >= 3) as sessions_checkout,
      count(*) filter (step >= 4) as sessions_purchase
    from session where ${during('day')}${within('session')} group by all`,
  orders: {
    from: '(select session_order.*, device from session_order join session on session.id = session_id)',
    ...{ day: 'day', columns: { device: 'device' } },
  },
});
