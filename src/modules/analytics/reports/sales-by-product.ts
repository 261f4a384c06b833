import * as sales from './measures/sales.ts';
import { defineReport } from './report.ts';
import { IS_SALE, SALES_SUMS } from './sold.ts';

export const salesByProduct = defineReport({
  id: 'sales_by_product',
  titleKey: 'reports.salesByProduct',
  about: 'What was sold of each product. Delivery and its tax are of none.',
  hasCurrency: true,
  dimensions: [
    { id: 'product', about: 'Id of the product.' },
    { id: 'title', about: 'What it was called in the latest order that has it.' },
  ],
  measures: [
    ...[sales.GROSS_SALES, sales.DISCOUNTS, sales.RETURNS, sales.NET_SALES, sales.DISCOUNT_RATE],
    ...[sales.ORDERS_WITH, sales.UNITS, sales.UNITS_RETURNED],
  ],
  sortBy: 'gross_sales',
  statement: ({ by, during, within }) => `
    with named as (select product_id, max_by(title, variant_id) as title from goods group by product_id)
    select ${by({ product: 'sale.product_id', title: 'title' })}currency, ${SALES_SUMS},
      count(distinct order_id) filter (kind = 'sale') as orders
    from sale join named using (product_id)
    where ${during('day')}${within('sale')} and ${IS_SALE} group by all`,
  orders: {
    ...{ from: 'sale', day: 'day', where: `${IS_SALE} and product_id is not null` },
    columns: { product: 'product_id' },
  },
});
