import * as sales from './measures/sales.ts';
import { defineReport } from './report.ts';
import { soldBy } from './sold.ts';

export const salesByCountry = defineReport({
  id: 'sales_by_country',
  titleKey: 'reports.salesByCountry',
  about: 'What was sold to each country.',
  hasCurrency: true,
  dimensions: [
    {
      id: 'country',
      about: 'ISO 3166-1 code of where the order goes, or of who pays where nothing is sent.',
    },
  ],
  measures: [
    ...[sales.GROSS_SALES, sales.DISCOUNTS, sales.RETURNS, sales.NET_SALES, sales.SHIPPING, sales.TAX],
    ...[sales.OTHER, sales.TOTAL_SALES, sales.ORDERS_WITH, sales.UNITS, sales.UNITS_RETURNED],
  ],
  sortBy: 'gross_sales',
  ...soldBy({ country: 'country' }),
});
