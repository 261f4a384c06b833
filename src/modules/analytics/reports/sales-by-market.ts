import * as sales from './measures/sales.ts';
import { defineReport } from './report.ts';
import { soldBy } from './sold.ts';

export const salesByMarket = defineReport({
  id: 'sales_by_market',
  titleKey: 'reports.salesByMarket',
  about: 'What was sold in each market.',
  hasCurrency: true,
  dimensions: [{ id: 'market', about: 'Code of the market in which it was ordered.' }],
  measures: [
    ...[sales.GROSS_SALES, sales.DISCOUNTS, sales.RETURNS, sales.NET_SALES, sales.SHIPPING, sales.TAX],
    ...[sales.OTHER, sales.TOTAL_SALES, sales.ORDERS_WITH, sales.UNITS, sales.UNITS_RETURNED],
  ],
  sortBy: 'gross_sales',
  ...soldBy({ market: 'market' }),
});
