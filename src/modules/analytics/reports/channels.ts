import * as sales from './measures/sales.ts';
import * as sessions from './measures/sessions.ts';
import { defineReport } from './report.ts';
import { IS_SALE } from './sold.ts';

// The session in which it was bought; told twice, the first.
const CAME =
  'select order_id, min_by(channel, (happened_at, session_id)) as channel from session_order group by order_id';

export const channels = defineReport({
  id: 'channels',
  titleKey: 'reports.channels',
  about:
    'Where visits came from, and what was bought in them. Orders whose session is not known have a row of their own, ' +
    'without a channel.',
  hasCurrency: true,
  dimensions: [
    {
      id: 'channel',
      about: 'Default channel group of Google Analytics 4 of the session in which it was bought.',
    },
  ],
  measures: [
    ...[sessions.SESSIONS, sales.ORDERS, sessions.MATCHED_ORDERS, sessions.TRACKED_SHARE, sales.GROSS_SALES],
    ...[sales.DISCOUNTS, sales.RETURNS, sales.NET_SALES, sales.AVERAGE_ORDER_VALUE],
  ],
  sortBy: 'sessions',
  statement: ({ by, during, within }) => `
    with came as (${CAME}), part as (
      select channel, ifnull(currency, '') as currency, count(*) as sessions
      from session where ${during('day')}${within('session')} group by all
      union all by name
      select channel, currency, count(*) as orders, count(channel) as matched_orders
      from orders left join came using (order_id) where ${during('day')}${within('orders')} group by all
      union all by name
      select channel, currency, sum(gross_minor) as gross_sales, sum(discount_minor) as discounts,
        sum(returns_minor) as returns
      from sale left join came using (order_id)
      where ${during('day')}${within('sale')} and ${IS_SALE} group by all
    )
    select ${by({ channel: 'channel' })}currency, sum(sessions) as sessions, sum(orders) as orders,
      sum(matched_orders) as matched_orders, sum(gross_sales) as gross_sales, sum(discounts) as discounts,
      sum(returns) as returns
    from part group by all`,
  orders: {
    from: `(select orders.*, channel from orders left join (${CAME}) using (order_id))`,
    ...{ day: 'day', columns: { channel: 'channel' } },
  },
});
