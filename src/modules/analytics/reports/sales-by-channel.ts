import { askReport } from '../explore/ask-report.ts';
import * as sales from './measures/sales.ts';
import * as sessions from './measures/sessions.ts';

export const salesByChannel = askReport({
  id: 'sales_by_channel',
  titleKey: 'reports.salesByChannel',
  about:
    'What was sold through each channel: that of the first session that told of the order. Orders whose session is not known ' +
    'have a row of their own; how many are known stands beside. Rows add up to the shop.',
  dimensions: [
    {
      id: 'channel',
      about: 'Default channel group of Google Analytics 4; empty: the session is not known.',
    },
  ],
  measures: [
    ...[
      sales.GROSS_SALES,
      sales.DISCOUNTS,
      sales.RETURNS,
      sales.NET_SALES,
      sales.DISCOUNT_RATE,
      sales.ORDERS,
    ],
    ...[sessions.TRACKED_SHARE, sales.AVERAGE_ORDER_VALUE, sales.UNITS, sales.UNITS_RETURNED],
    ...[sales.TAX, sales.TOTAL_SALES],
  ],
  sortBy: 'gross_sales',
});
