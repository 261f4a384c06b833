import * as sales from './measures/sales.ts';
import * as sessions from './measures/sessions.ts';
import * as visits from './measures/visits.ts';
import { defineReport } from './report.ts';
import { IS_SALE } from './sold.ts';
import { visitedBy } from './visited.ts';

// Where no campaign is named, who linked here is the source.
const CAME = {
  source: 'coalesce(source, referrer_host)',
  medium: 'medium',
  campaign: 'campaign',
  market: 'market',
};
const OF_ORDER = `(select order_id, ${CAME.source} as source, medium, campaign from order_session)`;
const DIMENSIONS = { source: 'source', medium: 'medium', campaign: 'campaign' };

export const campaigns = defineReport({
  id: 'campaigns',
  titleKey: 'reports.campaigns',
  about: 'What campaigns and links bring: visits, whether they stay, and what was sold in them.',
  hasCurrency: true,
  dimensions: [
    {
      id: 'source',
      about: 'utm_source, or the host of the page that linked here. Empty: typed, or not told.',
    },
    { id: 'medium', about: 'utm_medium.' },
    { id: 'campaign', about: 'utm_campaign.' },
  ],
  query:
    "FROM sales, sessions SHOW sessions, engagement_rate, conversion_rate, orders, net_sales WHERE campaign != '' GROUP BY campaign, source, medium",
  measures: [
    ...[sessions.SESSIONS, visits.BOUNCE_RATE, sessions.SESSIONS_BOUGHT, sessions.CONVERSION_RATE],
    ...[sales.ORDERS, sales.GROSS_SALES, sales.DISCOUNTS, sales.RETURNS, sales.NET_SALES],
  ],
  sortBy: 'sessions',
  // A visit has the currency that its market sells in most.
  statement: ({ by, during, within, ofMarket }) => `
    with came as ${OF_ORDER}, sold_in as (
      select market, arg_max(currency, (times, currency)) as own from (
        select market, currency, count(*) as times from orders where sold_at is not null group by market, currency
      ) group by market
    ), part as (
      select * exclude (market, own), ifnull(own, '') as currency
      from (${visitedBy({ table: 'visit_day', columns: CAME, during, ofMarket })}) left join sold_in using (market)
      union all by name
      select source, medium, campaign, currency, count(*) as orders
      from orders join came using (order_id) where ${during('day')}${within('orders')} group by all
      union all by name
      select source, medium, campaign, currency, sum(gross_minor) as gross_sales, sum(discount_minor) as discounts,
        sum(returns_minor) as returns
      from sale_hour sale join came using (order_id) where ${during('day')}${within('sale')} and ${IS_SALE} group by all
    )
    select ${by(DIMENSIONS)}currency, sum(sessions) as sessions, sum(engaged) as engaged,
      sum(sessions_bought) as sessions_bought, sum(orders) as orders, sum(gross_sales) as gross_sales,
      sum(discounts) as discounts, sum(returns) as returns
    from part group by all`,
  orders: {
    from: `(select orders.*, source, medium, campaign from orders join ${OF_ORDER} using (order_id))`,
    ...{ day: 'day', columns: DIMENSIONS },
  },
});
