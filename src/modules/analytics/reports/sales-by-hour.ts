import * as sales from './measures/sales.ts';
import { defineReport } from './report.ts';
import { soldBy } from './sold.ts';

export const salesByHour = defineReport({
  id: 'sales_by_hour',
  titleKey: 'reports.salesByHour',
  about: 'On which weekdays and at which hours it was sold.',
  hasCurrency: true,
  dimensions: [
    { id: 'weekday', about: '1 is Monday, 7 is Sunday, in the shop’s zone.' },
    { id: 'hour', about: '0 to 23, in the shop’s zone.' },
  ],
  measures: [
    ...[sales.GROSS_SALES, sales.DISCOUNTS, sales.RETURNS, sales.NET_SALES, sales.ORDERS_WITH, sales.UNITS],
  ],
  sortBy: 'gross_sales',
  ...soldBy({ weekday: 'isodow(day)', hour: 'hour' }),
});
