import { askReport } from '../explore/ask-report.ts';
import * as sales from './measures/sales.ts';

export const salesOverTime = askReport({
  id: 'sales_over_time',
  titleKey: 'reports.salesOverTime',
  about: 'What was sold, day by day: gross, discounts, returns, net, delivery, tax, and how many orders.',
  isOverTime: true,
  measures: [
    ...[sales.GROSS_SALES, sales.DISCOUNTS, sales.RETURNS, sales.NET_SALES, sales.SHIPPING, sales.TAX],
    ...[sales.OTHER, sales.TOTAL_SALES, sales.ORDERS, sales.AVERAGE_ORDER_VALUE, sales.UNITS],
    sales.UNITS_RETURNED,
  ],
});
