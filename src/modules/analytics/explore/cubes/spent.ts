import { type Cube, columns, WEEKDAY } from '../cube.ts';

/** What advertising cost, by day and campaign, as it was imported. */
export const SPENT: Cube = {
  id: 'spent',
  facts: 'ad spend',
  from: 'spend',
  lacks: ['hour', 'market'],
  dimensions: {
    ...columns('currency', 'channel', 'source', 'medium', 'campaign'),
    ...WEEKDAY,
  },
  sums: { ad_spend: 'sum(amount_minor)', ad_clicks: 'sum(clicks)', ad_impressions: 'sum(impressions)' },
};
