import type { WorkedOut } from '../reports/worked-out.ts';
import { customerSegments } from './customer-segments.ts';
import { RFM_MEASURES, rfmRow, rfmTotals } from './rfm.ts';
import { scoredCells } from './scores.ts';

export const customerCells: WorkedOut = {
  id: 'customer_cells',
  titleKey: 'reports.customerCells',
  about:
    'The same customers by each pair of fifths: how lately (recency) and how often (frequency) they bought, 5 the best.',
  hasCurrency: true,
  dimensions: [
    { id: 'recency', about: 'Fifth by the days since the last order; 5 is the latest.' },
    { id: 'frequency', about: 'Fifth by the number of orders; 5 is the most.' },
    { id: 'segment', about: 'What customers of these fifths are called.' },
  ],
  measures: RFM_MEASURES,
  workOut: async (analytics, asked) => {
    const cells = await scoredCells(analytics, asked);
    const rows = cells.map((cell) => {
      const { recency, frequency, segment } = cell;
      return rfmRow([cell], cells, { recency: String(recency), frequency: String(frequency), segment });
    });
    return { rows, totals: rfmTotals(cells) };
  },
  ordersOf: customerSegments.ordersOf,
};
