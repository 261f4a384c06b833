import * as marketing from './measures/marketing.ts';
import * as sales from './measures/sales.ts';
import * as sessions from './measures/sessions.ts';
import { defineReport } from './report.ts';
import { IS_SALE } from './sold.ts';
import { spendKnown, spentIn } from './spent.ts';

export const channels = defineReport({
  id: 'channels',
  titleKey: 'reports.channels',
  about:
    'Where visits came from, what was bought in them, and what advertising there cost. Orders whose session is not known have ' +
    'a row of their own, without a channel.',
  hasCurrency: true,
  dimensions: [
    {
      id: 'channel',
      about: 'Default channel group of Google Analytics 4 of the session in which it was bought.',
    },
  ],
  query:
    'FROM sales, sessions SHOW sessions, conversion_rate, orders, tracked_share, net_sales, average_order_value, new_customers GROUP BY channel',
  measures: [
    ...[sessions.SESSIONS, sales.ORDERS, sessions.MATCHED_ORDERS, sessions.TRACKED_SHARE, sales.GROSS_SALES],
    ...[sales.DISCOUNTS, sales.RETURNS, sales.NET_SALES, sales.AVERAGE_ORDER_VALUE],
    ...[marketing.NEW_CUSTOMERS, marketing.AD_SPEND, marketing.CAC, marketing.ROAS],
  ],
  sortBy: 'sessions',
  statement: (asked) => `
    with part as (
      select channel, ifnull(currency, '') as currency, sum(sessions) as sessions
      from visit_hour where ${asked.during('day')}${asked.within('visit_hour')} group by all
      union all by name
      select channel, currency, count(*) as orders, count(channel) as matched_orders,
        count(*) filter (nth = 1) as new_customers
      from orders left join order_session using (order_id)
      where ${asked.during('day')}${asked.within('orders')} group by all
      union all by name
      select channel, currency, sum(gross_minor) as gross_sales, sum(discount_minor) as discounts,
        sum(returns_minor) as returns
      from sale_hour sale left join order_session using (order_id)
      where ${asked.during('day')}${asked.within('sale')} and ${IS_SALE} group by all
      union all by name
      select channel, currency, sum(amount_minor) as ad_spend from spend where ${spentIn(asked)} group by all
    )
    select ${asked.by({ channel: 'channel' })}currency, sum(sessions) as sessions, sum(orders) as orders,
      sum(matched_orders) as matched_orders, sum(gross_sales) as gross_sales, sum(discounts) as discounts,
      sum(returns) as returns, sum(new_customers) as new_customers, sum(ad_spend) as ad_spend,
      ${spendKnown(asked)} as spend_known
    from part group by all`,
  orders: {
    from: '(select orders.*, channel from orders left join order_session using (order_id))',
    ...{ day: 'day', columns: { channel: 'channel' } },
  },
});
