import * as sales from './measures/sales.ts';
import { defineReport } from './report.ts';
import { IS_SALE } from './sold.ts';

const BUYER = "case when nth = 1 then 'new' when nth > 1 then 'returning' else '' end";

export const newAndReturning = defineReport({
  id: 'new_and_returning',
  titleKey: 'reports.newAndReturning',
  about: 'What was sold to customers with their first order, and to those who had bought before.',
  hasCurrency: true,
  dimensions: [
    {
      id: 'buyer',
      about: 'new: it is the customer’s first order ever. returning: any later one. Nobody knows: empty.',
    },
  ],
  query:
    'FROM sales SHOW gross_sales, discounts, returns, net_sales, orders, average_order_value GROUP BY buyer',
  measures: [
    ...[sales.GROSS_SALES, sales.DISCOUNTS, sales.RETURNS, sales.NET_SALES, sales.ORDERS],
    sales.AVERAGE_ORDER_VALUE,
  ],
  sortBy: 'gross_sales',
  statement: ({ by, during, within }) => `
    with part as (
      select ${BUYER} as buyer, currency, count(*) as orders
      from orders where ${during('day')}${within('orders')} group by all
      union all by name
      select ${BUYER} as buyer, sale.currency, sum(gross_minor) as gross_sales, sum(discount_minor) as discounts,
        sum(returns_minor) as returns
      from sale_hour sale join orders using (order_id)
      where ${during('sale.day')}${within('sale')} and ${IS_SALE} group by all
    )
    select ${by({ buyer: 'buyer' })}currency, sum(orders) as orders, sum(gross_sales) as gross_sales,
      sum(discounts) as discounts, sum(returns) as returns
    from part group by all`,
  orders: { from: 'orders', day: 'day', columns: { buyer: BUYER } },
});
