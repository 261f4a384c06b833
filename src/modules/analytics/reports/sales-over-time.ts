import * as sales from './measures/sales.ts';
import { defineReport } from './report.ts';
import { IS_SALE, SALES_SUMS, TIME } from './sold.ts';

export const salesOverTime = defineReport({
  id: 'sales_over_time',
  titleKey: 'reports.salesOverTime',
  about: 'What was sold, day by day: gross, discounts, returns, net, delivery, tax, and how many orders.',
  isOverTime: true,
  hasCurrency: true,
  dimensions: [TIME],
  measures: [
    ...[sales.GROSS_SALES, sales.DISCOUNTS, sales.RETURNS, sales.NET_SALES, sales.SHIPPING, sales.TAX],
    ...[sales.OTHER, sales.TOTAL_SALES, sales.ORDERS, sales.AVERAGE_ORDER_VALUE, sales.UNITS],
    sales.UNITS_RETURNED,
  ],
  statement: ({ by, during, within, bucket }) => `
    with sold as (
      select day, hour, currency, ${SALES_SUMS}, 0 as orders
      from sale where ${during('day')}${within('sale')} and ${IS_SALE} group by day, hour, currency
      union all by name
      select day, hour, currency, count(*) as orders
      from orders where ${during('day')}${within('orders')} group by day, hour, currency
    )
    select ${by({ time: bucket('day', 'hour') })}currency, sum(gross_sales) as gross_sales,
      sum(discounts) as discounts, sum(returns) as returns, sum(shipping) as shipping, sum(tax) as tax,
      sum(other) as other, sum(units) as units, sum(units_returned) as units_returned, sum(orders) as orders
    from sold group by all`,
  orders: { from: 'sale', day: 'day', where: IS_SALE, columns: {} },
});
