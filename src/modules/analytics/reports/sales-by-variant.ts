import { askReport } from '../explore/ask-report.ts';
import { ORDERS_HOLDING } from '../explore/measures/orders.ts';
import * as sales from './measures/sales.ts';

export const salesByVariant = askReport({
  id: 'sales_by_variant',
  titleKey: 'reports.salesByVariant',
  about:
    'What was sold of each variant. Delivery, and what else is of none, has a row of its own: rows add up to the shop.',
  dimensions: [
    { id: 'variant', about: 'Id of the variant; of goods that only another shop sold, their SKU.' },
    { id: 'sku', about: 'Its SKU.' },
    { id: 'title', about: 'As the catalogue has it; else as it was called in the latest order.' },
    { id: 'options', about: 'Its options, such as size and colour.' },
  ],
  measures: [
    ...[sales.GROSS_SALES, sales.DISCOUNTS, sales.RETURNS, sales.NET_SALES, sales.DISCOUNT_RATE],
    ...[ORDERS_HOLDING, sales.UNITS, sales.UNITS_RETURNED, sales.TAX, sales.TOTAL_SALES],
  ],
  sortBy: 'gross_sales',
});
