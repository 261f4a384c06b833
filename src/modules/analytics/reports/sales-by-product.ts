import { askReport } from '../explore/ask-report.ts';
import { ORDERS_HOLDING } from '../explore/measures/orders.ts';
import * as sales from './measures/sales.ts';

export const salesByProduct = askReport({
  id: 'sales_by_product',
  titleKey: 'reports.salesByProduct',
  about:
    'What was sold of each product. Delivery, and what else is of none, has a row of its own: rows add up to the shop.',
  dimensions: [
    { id: 'product', about: 'Id of the product; of goods that only another shop sold, their SKU.' },
    { id: 'title', about: 'As the catalogue has it; else as it was called in the latest order.' },
  ],
  measures: [
    ...[sales.GROSS_SALES, sales.DISCOUNTS, sales.RETURNS, sales.NET_SALES, sales.DISCOUNT_RATE],
    ...[ORDERS_HOLDING, sales.UNITS, sales.UNITS_RETURNED, sales.TAX, sales.TOTAL_SALES],
  ],
  sortBy: 'gross_sales',
});
