import * as sales from './measures/sales.ts';
import { defineReport } from './report.ts';
import { soldByGoods } from './sold.ts';

export const salesByCategory = defineReport({
  id: 'sales_by_category',
  titleKey: 'reports.salesByCategory',
  about: 'What was sold in each category of the catalogue, by the first category that a product is in.',
  hasCurrency: true,
  dimensions: [
    {
      id: 'category',
      about: 'The category below those above it, such as Home › Kitchen; of goods without one empty.',
    },
  ],
  measures: [
    ...[sales.GROSS_SALES, sales.DISCOUNTS, sales.RETURNS, sales.NET_SALES, sales.DISCOUNT_RATE],
    ...[sales.ORDERS_WITH, sales.UNITS, sales.UNITS_RETURNED],
  ],
  sortBy: 'gross_sales',
  ...soldByGoods('category'),
});
