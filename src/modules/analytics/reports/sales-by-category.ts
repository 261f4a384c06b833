import { askReport } from '../explore/ask-report.ts';
import { ORDERS_HOLDING } from '../explore/measures/orders.ts';
import * as sales from './measures/sales.ts';

export const salesByCategory = askReport({
  id: 'sales_by_category',
  titleKey: 'reports.salesByCategory',
  about:
    'What was sold in each category of the catalogue, by the first category that a product is in. Delivery, and what else is ' +
    'of no product, has a row of its own: rows add up to the shop.',
  dimensions: [
    {
      id: 'category',
      about: 'The category below those above it, such as Home › Kitchen; of goods without one empty.',
    },
  ],
  measures: [
    ...[sales.GROSS_SALES, sales.DISCOUNTS, sales.RETURNS, sales.NET_SALES, sales.DISCOUNT_RATE],
    ...[ORDERS_HOLDING, sales.UNITS, sales.UNITS_RETURNED, sales.TAX, sales.TOTAL_SALES],
  ],
  sortBy: 'gross_sales',
});
