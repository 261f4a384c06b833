import * as sales from './measures/sales.ts';
import { defineReport } from './report.ts';

const RATE = `case when discount_minor = 0 then '0' when discount_minor * 100 <= gross_minor * 10 then '1-10'
  when discount_minor * 100 <= gross_minor * 25 then '11-25' when discount_minor * 100 <= gross_minor * 50 then '26-50'
  else '51-100' end`;
const WHERE = "kind = 'sale' and gross_minor <> 0";

export const salesByDiscount = defineReport({
  id: 'sales_by_discount',
  titleKey: 'reports.salesByDiscount',
  about: 'What was sold at which discount, by the share that was taken off each line when it was sold.',
  hasCurrency: true,
  dimensions: [{ id: 'percent_off', about: 'Per cent of the line’s gross sales that discounts took off.' }],
  query:
    'FROM sales SHOW gross_sales, discounts, returns, net_sales, units, units_returned GROUP BY discount',
  measures: [...[sales.GROSS_SALES, sales.DISCOUNTS, sales.DISCOUNT_RATE, sales.ORDERS_WITH, sales.UNITS]],
  statement: ({ by, during, within }) => `
    select ${by({ percent_off: RATE })}currency, sum(gross_minor) as gross_sales, sum(discount_minor) as discounts,
      sum(quantity) as units, count(distinct order_id) as orders
    from sale where ${during('day')}${within('sale')} and ${WHERE} group by all`,
  orders: { from: 'sale', day: 'day', where: WHERE, columns: { percent_off: RATE } },
});
