import { summed } from './measures/ratio.ts';
import * as sales from './measures/sales.ts';
import { netSales } from './measures/sales.ts';
import { defineReport } from './report.ts';
import { IS_SALE, TIME } from './sold.ts';

const OF_ORDERS =
  'Of the orders first sold on that day in the shop’s zone, with all that became of them until now.';

export const refunds = defineReport({
  id: 'refunds',
  titleKey: 'reports.refunds',
  about:
    'What came back, told in both ways: returns made in the span, whenever it was ordered; and returns of the orders ' +
    'sold in the span, whenever they were made. The first agrees with the books of a month, the second says what a ' +
    'month’s orders were worth and still changes.',
  isOverTime: true,
  hasCurrency: true,
  dimensions: [TIME],
  measures: [
    ...[sales.GROSS_SALES, sales.DISCOUNTS, sales.RETURNS, sales.NET_SALES, sales.UNITS_RETURNED],
    summed('money', { id: 'returns_of_orders', about: 'Goods credited back.', timeRule: OF_ORDERS }),
    summed(
      'money',
      { id: 'net_sales_of_orders', about: 'Gross sales − discounts − returns.', timeRule: OF_ORDERS },
      (sums) =>
        netSales({
          ...{ gross_sales: sums['gross_of_orders'] ?? 0n, discounts: sums['discounts_of_orders'] ?? 0n },
          returns: sums['returns_of_orders'] ?? 0n,
        }),
    ),
  ],
  statement: ({ by, during, within, bucket }) => `
    with moved as (
      select day, hour, currency, sum(gross_minor) as gross_sales, sum(discount_minor) as discounts,
        sum(returns_minor) as returns, sum(units_returned) as units_returned
      from sale_hour sale where ${during('day')}${within('sale')} and ${IS_SALE} group by day, hour, currency
      union all by name
      select orders.day, orders.hour, sale.currency, sum(gross_minor) as gross_of_orders,
        sum(discount_minor) as discounts_of_orders, sum(returns_minor) as returns_of_orders
      from sale_hour sale join orders using (order_id)
      where ${during('orders.day')}${within('sale')} and ${IS_SALE} group by orders.day, orders.hour, sale.currency
    )
    select ${by({ time: bucket('day', 'hour') })}currency, sum(gross_sales) as gross_sales,
      sum(discounts) as discounts, sum(returns) as returns, sum(units_returned) as units_returned,
      sum(gross_of_orders) as gross_of_orders, sum(discounts_of_orders) as discounts_of_orders,
      sum(returns_of_orders) as returns_of_orders
    from moved group by all`,
  orders: { from: 'sale', day: 'day', where: "kind = 'credit'", columns: {} },
});
