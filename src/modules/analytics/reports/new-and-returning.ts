import { askReport } from '../explore/ask-report.ts';
import * as sales from './measures/sales.ts';

export const newAndReturning = askReport({
  id: 'new_and_returning',
  titleKey: 'reports.newAndReturning',
  about: 'What was sold to customers with their first order, and to those who had bought before.',
  dimensions: [
    {
      id: 'buyer',
      about: 'new: it is the customer’s first order ever. returning: any later one. Nobody knows: empty.',
    },
  ],
  measures: [
    ...[sales.GROSS_SALES, sales.DISCOUNTS, sales.RETURNS, sales.NET_SALES, sales.ORDERS],
    sales.AVERAGE_ORDER_VALUE,
  ],
  sortBy: 'gross_sales',
});
