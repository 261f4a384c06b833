import { askReport } from '../explore/ask-report.ts';
import { ORDERS_HOLDING } from '../explore/measures/orders.ts';
import * as sales from './measures/sales.ts';

export const salesByCountry = askReport({
  id: 'sales_by_country',
  titleKey: 'reports.salesByCountry',
  about: 'What was sold to each country.',
  dimensions: [
    {
      id: 'country',
      about: 'ISO 3166-1 code of where the order goes, or of who pays where nothing is sent.',
    },
  ],
  measures: [
    ...[sales.GROSS_SALES, sales.DISCOUNTS, sales.RETURNS, sales.NET_SALES, sales.SHIPPING, sales.TAX],
    ...[sales.OTHER, sales.TOTAL_SALES, ORDERS_HOLDING, sales.UNITS, sales.UNITS_RETURNED],
  ],
  sortBy: 'gross_sales',
});
