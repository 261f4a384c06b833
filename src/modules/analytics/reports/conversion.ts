import * as sessions from './measures/sessions.ts';
import { defineReport } from './report.ts';
import { TIME } from './sold.ts';

export const conversion = defineReport({
  id: 'conversion',
  titleKey: 'reports.conversion',
  about: 'How many visits there were, how far they got, and how many ended with an order.',
  isOverTime: true,
  hasCurrency: false,
  dimensions: [TIME],
  measures: [
    ...[sessions.SESSIONS, sessions.SESSIONS_VIEWED, sessions.SESSIONS_CART, sessions.SESSIONS_CHECKOUT],
    ...[sessions.SESSIONS_PURCHASE, sessions.SESSIONS_BOUGHT, sessions.CONVERSION_RATE],
  ],
  statement: ({ by, during, within, bucket }) => `
    with visited as (
      select day, hour, count(*) as sessions, count(*) filter (step >= 1) as sessions_viewed,
        count(*) filter (step >= 2) as sessions_cart, count(*) filter (step >= 3) as sessions_checkout,
        count(*) filter (step >= 4) as sessions_purchase
      from session where ${during('day')}${within('session')} group by day, hour
      union all by name
      select day, hour, count(distinct session_id) as sessions_bought
      from session_order
      where ${during('day')}${within('session_order')}
        and order_id in (select order_id from orders where sold_at is not null)
      group by day, hour
    )
    select ${by({ time: bucket('day', 'hour') })}sum(sessions) as sessions, sum(sessions_viewed) as sessions_viewed,
      sum(sessions_cart) as sessions_cart, sum(sessions_checkout) as sessions_checkout,
      sum(sessions_purchase) as sessions_purchase, sum(sessions_bought) as sessions_bought
    from visited group by all`,
  orders: { from: 'session_order', day: 'day', columns: {} },
});
