import * as marketing from './measures/marketing.ts';
import * as sales from './measures/sales.ts';
import * as sessions from './measures/sessions.ts';
import { defineReport } from './report.ts';
import { IS_SALE } from './sold.ts';
import { spendKnown, spentIn } from './spent.ts';

// Links and accounts write Google or google.
const SOURCE = 'lower(source) as source, lower(medium) as medium, campaign';
const CAME = `(select order_id, ${SOURCE} from order_session where campaign is not null)`;

export const marketingReport = defineReport({
  id: 'marketing',
  titleKey: 'reports.marketing',
  about:
    'What each campaign cost, and what was bought in the visits that it brought. A visit is of a campaign when its link ' +
    'says the same source, medium and campaign as the account.',
  hasCurrency: true,
  dimensions: [
    { id: 'campaign', about: 'As the account and utm_campaign have it.' },
    { id: 'source', about: 'As the import and utm_source have it.' },
    { id: 'medium', about: 'As the import and utm_medium have it.' },
  ],
  query:
    'FROM sales, marketing SHOW ad_spend, orders, net_sales, roas, new_customers, cac, ad_clicks, cost_per_click GROUP BY campaign, source, medium',
  measures: [
    ...[
      marketing.AD_SPEND,
      sessions.SESSIONS,
      sales.ORDERS,
      sales.GROSS_SALES,
      sales.DISCOUNTS,
      sales.RETURNS,
    ],
    ...[sales.NET_SALES, marketing.ROAS, marketing.NEW_CUSTOMERS, marketing.CAC, marketing.AD_CLICKS],
    ...[marketing.COST_PER_CLICK, marketing.AD_IMPRESSIONS],
  ],
  sortBy: 'ad_spend',
  statement: (asked) => `
    with part as (
      select ${SOURCE}, ifnull(currency, '') as currency, sum(sessions) as sessions
      from visit_day where campaign is not null and ${asked.during('day')}${asked.within('visit_day')} group by all
      union all by name
      select source, medium, campaign, currency, count(*) as orders, count(*) filter (nth = 1) as new_customers
      from orders join ${CAME} came using (order_id) where ${asked.during('day')}${asked.within('orders')} group by all
      union all by name
      select source, medium, campaign, currency, sum(gross_minor) as gross_sales, sum(discount_minor) as discounts,
        sum(returns_minor) as returns
      from sale_hour sale join ${CAME} came using (order_id)
      where ${asked.during('day')}${asked.within('sale')} and ${IS_SALE} group by all
      union all by name
      select ${SOURCE}, currency, sum(amount_minor) as ad_spend, sum(clicks) as ad_clicks,
        sum(impressions) as ad_impressions
      from spend where ${spentIn(asked)} group by all
    )
    select ${asked.by({ campaign: 'campaign', source: 'source', medium: 'medium' })}currency,
      ifnull(sum(ad_spend), 0) as ad_spend, sum(sessions) as sessions, sum(orders) as orders,
      sum(gross_sales) as gross_sales, sum(discounts) as discounts, sum(returns) as returns,
      sum(new_customers) as new_customers, sum(ad_clicks) as ad_clicks, sum(ad_impressions) as ad_impressions,
      ${spendKnown(asked)} as spend_known
    from part group by all`,
  orders: {
    from: `(select orders.*, source, medium, campaign from orders join ${CAME} came using (order_id))`,
    ...{ day: 'day', columns: { campaign: 'campaign', source: 'source', medium: 'medium' } },
  },
});
