import * as contribution from './measures/contribution.ts';
import * as marketing from './measures/marketing.ts';
import * as sales from './measures/sales.ts';
import { type Asked, defineReport } from './report.ts';
import { SALES_SUMS, SOLD_WITH_COST, TIME } from './sold.ts';
import { spendKnown, spentIn } from './spent.ts';

const FEES = `(select posting.day, posting.currency, amount_minor, ifnull(orders.market, '') as market
  from posting left join orders using (order_id) where account = 'fees')`;

export const contributionReport = defineReport({
  id: 'contribution',
  titleKey: 'reports.contribution',
  about:
    'What is left of sales, step by step: after what goods cost (CM1), after payment fees (CM2), after advertising (CM3). By ' +
    'the hour, fees and ad spend stand at the beginning of their day.',
  isOverTime: true,
  hasCurrency: true,
  hasCosts: true,
  dimensions: [TIME],
  query:
    'FROM sales, marketing SHOW net_sales, cost_of_goods, contribution_margin_1, payment_fees, contribution_margin_2, ad_spend, contribution_margin_3, mer',
  measures: [
    ...[sales.NET_SALES, sales.COST, sales.CONTRIBUTION_MARGIN_1, contribution.PAYMENT_FEES],
    ...[contribution.CONTRIBUTION_MARGIN_2, marketing.AD_SPEND, contribution.CONTRIBUTION_MARGIN_3],
    ...[contribution.COST_KNOWN_SHARE, contribution.MER, contribution.BREAK_EVEN_ROAS, sales.TOTAL_SALES],
  ],
  statement: (asked) => `
    with part as (
      select day, hour, currency, ${SALES_SUMS}, sum(cost_minor) as cost_of_goods,
        ${SOLD_WITH_COST}
      from sale where ${asked.during('day')}${asked.within('sale')} and kind <> 'goodwill' group by day, hour, currency
      union all by name
      select day, 0 as hour, currency, sum(amount_minor) as payment_fees
      from ${FEES} fee where ${asked.during('day')}${asked.within('fee')} group by day, currency
      union all by name
      select day, 0 as hour, currency, sum(amount_minor) as ad_spend
      from spend where ${spentIn(asked)} group by day, currency
    )
    ${summed(asked)}`,
  orders: { from: 'sale', day: 'day', where: "kind <> 'goodwill'", columns: {} },
});

const SUMS = [
  ...['gross_sales', 'discounts', 'returns', 'shipping', 'tax', 'other', 'cost_of_goods', 'sold_with_cost'],
  ...['payment_fees', 'ad_spend'],
];

function summed(asked: Asked): string {
  const sums = SUMS.map((name) => `sum(${name}) as ${name}`).join(', ');
  return `select ${asked.by({ time: asked.bucket('day', 'hour') })}currency, ${sums}, ${spendKnown(asked)} as spend_known
    from part group by all`;
}
