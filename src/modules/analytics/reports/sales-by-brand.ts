import * as sales from './measures/sales.ts';
import { defineReport } from './report.ts';
import { soldByGoods } from './sold.ts';

export const salesByBrand = defineReport({
  id: 'sales_by_brand',
  titleKey: 'reports.salesByBrand',
  about: 'What was sold of each brand. Delivery and its tax are of none.',
  hasCurrency: true,
  dimensions: [{ id: 'brand', about: 'Name of the brand; of goods without one empty.' }],
  measures: [
    ...[sales.GROSS_SALES, sales.DISCOUNTS, sales.RETURNS, sales.NET_SALES, sales.DISCOUNT_RATE],
    ...[sales.ORDERS_WITH, sales.UNITS, sales.UNITS_RETURNED],
  ],
  sortBy: 'gross_sales',
  ...soldByGoods('brand'),
});
