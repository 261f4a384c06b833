import { askReport } from '../explore/ask-report.ts';
import { ORDERS_HOLDING } from '../explore/measures/orders.ts';
import * as sales from './measures/sales.ts';

export const salesByMarket = askReport({
  id: 'sales_by_market',
  titleKey: 'reports.salesByMarket',
  about: 'What was sold in each market.',
  dimensions: [{ id: 'market', about: 'Code of the market in which it was ordered.' }],
  measures: [
    ...[sales.GROSS_SALES, sales.DISCOUNTS, sales.RETURNS, sales.NET_SALES, sales.SHIPPING, sales.TAX],
    ...[sales.OTHER, sales.TOTAL_SALES, ORDERS_HOLDING, sales.UNITS, sales.UNITS_RETURNED],
  ],
  sortBy: 'gross_sales',
});
