import { askReport } from '../explore/ask-report.ts';
import { ORDERS_HOLDING } from '../explore/measures/orders.ts';
import * as sales from './measures/sales.ts';

export const salesByHour = askReport({
  id: 'sales_by_hour',
  titleKey: 'reports.salesByHour',
  about: 'On which weekdays and at which hours it was sold.',
  dimensions: [
    { id: 'weekday', about: '1 is Monday, 7 is Sunday, in the shop’s zone.' },
    { id: 'hour', about: '00 to 23, in the shop’s zone.' },
  ],
  measures: [
    ...[sales.GROSS_SALES, sales.DISCOUNTS, sales.RETURNS, sales.NET_SALES, ORDERS_HOLDING, sales.UNITS],
  ],
  sortBy: 'gross_sales',
});
