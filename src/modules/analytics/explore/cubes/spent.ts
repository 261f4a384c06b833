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
  sums: {
    ad_spend: 'sum(amount_minor)',
    ad_clicks: 'sum(clicks)',
    ad_impressions: 'sum(impressions)',
  },
  // Where none was ever imported, nobody knows whether there was any.
  constants: { spend_known: '(select cast(count(*) > 0 as integer) from spend)' },
};
