import { askReport } from '../explore/ask-report.ts';
import { ORDERS_HOLDING } from '../explore/measures/orders.ts';
import * as sales from './measures/sales.ts';

export const salesByBrand = askReport({
  id: 'sales_by_brand',
  titleKey: 'reports.salesByBrand',
  about:
    'What was sold of each brand. Delivery, and what is of no product, has a row of its own: rows add up to the shop.',
  dimensions: [{ id: 'brand', about: 'Name of the brand; of goods without one empty.' }],
  measures: [
    ...[sales.GROSS_SALES, sales.DISCOUNTS, sales.RETURNS, sales.NET_SALES, sales.DISCOUNT_RATE],
    ...[ORDERS_HOLDING, sales.UNITS, sales.UNITS_RETURNED, sales.TAX, sales.TOTAL_SALES],
  ],
  sortBy: 'gross_sales',
});
