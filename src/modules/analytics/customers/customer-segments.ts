import type { WorkedOut } from '../reports/worked-out.ts';
import { RFM_MEASURES, rfmOrders, rfmRow, rfmTotals } from './rfm.ts';
import { scoredCells } from './scores.ts';

export const customerSegments: WorkedOut = {
  id: 'customer_segments',
  titleKey: 'reports.customerSegments',
  about:
    'Customers by how lately and how often they bought, in ten named groups: fifths of recency and of frequency among all ' +
    'who bought in the span in the same currency. Who is equal gets the same fifth, so that few fifths are there where ' +
    'most bought once.',
  hasCurrency: true,
  dimensions: [{ id: 'segment', about: 'The name that marketing tools share for these fifths.' }],
  measures: RFM_MEASURES,
  workOut: async (analytics, asked) => {
    const cells = await scoredCells(analytics, asked);
    const groups = Map.groupBy(cells, ({ currency, segment }) => `${currency} ${segment}`);
    const rows = [...groups.values()].map((some) => rfmRow(some, cells, { segment: some[0]?.segment ?? '' }));
    return { rows, totals: rfmTotals(cells) };
  },
  ordersOf: async (analytics, asked) => rfmOrders(await scoredCells(analytics, asked), asked),
};
