import { COST_KNOWN_SHARE } from './measures/contribution.ts';
import * as sales from './measures/sales.ts';
import { defineReport } from './report.ts';
import { PRODUCT, PRODUCT_NAMES, SOLD_WITH_COST } from './sold.ts';

export const margin = defineReport({
  id: 'margin',
  titleKey: 'reports.margin',
  about:
    'What is left of each product after what it cost. Sales count when they are sold, costs when goods leave: the ' +
    'margin of a short span with much on the way is too high.',
  hasCurrency: true,
  hasCosts: true,
  dimensions: [
    { id: 'product', about: 'Id of the product; of goods that only another shop sold, their SKU.' },
    { id: 'title', about: 'As the catalogue has it; else as it was called in the latest order.' },
  ],
  query:
    "FROM sales SHOW gross_sales, discounts, returns, net_sales, cost_of_goods, contribution_margin_1, margin_rate WHERE product != '' GROUP BY product",
  measures: [
    ...[sales.GROSS_SALES, sales.DISCOUNTS, sales.RETURNS, sales.NET_SALES, sales.COST],
    ...[sales.CONTRIBUTION_MARGIN_1, sales.MARGIN_RATE, COST_KNOWN_SHARE],
  ],
  sortBy: 'gross_sales',
  statement: ({ isTotal, by, during, within }) => `
    with named as (${PRODUCT_NAMES}), sold as (
      select ${isTotal ? '' : `${PRODUCT} as product, `}currency, sum(gross_minor) as gross_sales,
        sum(discount_minor) as discounts, sum(returns_minor) as returns, sum(cost_minor) as cost_of_goods, ${SOLD_WITH_COST}
      from sale where ${during('day')}${within('sale')} and kind <> 'goodwill' group by all
    )
    select ${by({ product: 'product', title: 'title' })}sold.* ${isTotal ? '' : 'exclude (product)'}
    from sold ${isTotal ? '' : 'left join named using (product)'}`,
  orders: { from: 'sale', day: 'day', where: "kind <> 'goodwill'", columns: { product: PRODUCT } },
});
