import { askReport } from '../explore/ask-report.ts';
import { COST_KNOWN_SHARE } from './measures/contribution.ts';
import * as sales from './measures/sales.ts';

export const margin = askReport({
  id: 'margin',
  titleKey: 'reports.margin',
  about:
    'What is left of each product after what it cost. Sales count when they are sold, costs when goods leave: the ' +
    'margin of a short span with much on the way is too high.',
  hasCosts: true,
  dimensions: [
    { id: 'product', about: 'Id of the product; of goods that only another shop sold, their SKU.' },
    { id: 'title', about: 'As the catalogue has it; else as it was called in the latest order.' },
  ],
  measures: [
    ...[sales.GROSS_SALES, sales.DISCOUNTS, sales.RETURNS, sales.NET_SALES, sales.COST],
    ...[sales.CONTRIBUTION_MARGIN_1, sales.MARGIN_RATE, COST_KNOWN_SHARE],
  ],
  sortBy: 'gross_sales',
});
