import { askReport } from '../explore/ask-report.ts';
import { ORDERS_HOLDING } from '../explore/measures/orders.ts';
import * as sales from './measures/sales.ts';

export const salesByCollection = askReport({
  id: 'sales_by_collection',
  titleKey: 'reports.salesByCollection',
  about:
    'What was sold of the goods that are in each collection now. Goods in several are counted with each; the total counts ' +
    'them once, and is that of the shop. Delivery, and what else is of no product, has a row of its own.',
  dimensions: [{ id: 'collection', about: 'Title of the collection; of goods in none empty.' }],
  measures: [
    ...[sales.GROSS_SALES, sales.DISCOUNTS, sales.RETURNS, sales.NET_SALES, sales.DISCOUNT_RATE],
    ...[ORDERS_HOLDING, sales.UNITS, sales.UNITS_RETURNED, sales.TAX, sales.TOTAL_SALES],
  ],
  sortBy: 'gross_sales',
});
