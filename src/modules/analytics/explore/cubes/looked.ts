import { PRODUCT_NAMES } from '../../reports/sold.ts';
import { type Cube, columns, joined, WEEKDAY } from '../cube.ts';
import { COLLECTION } from './sold.ts';

/** Visits in which a product was looked at, by day. Prices say nothing of them: they have no currency. */
export const LOOKED: Cube = {
  id: 'looked',
  facts: 'looks at products',
  from: 'product_day',
  lacks: ['hour', 'currency'],
  joins: { named: `left join (${PRODUCT_NAMES}) named on named.product = fact.product_id` },
  dimensions: {
    ...columns('market', 'device', 'channel', ['product', 'fact.product_id']),
    ...joined('named', 'title', 'brand', 'category'),
    ...{ ...WEEKDAY, collection: COLLECTION },
  },
  sums: { product_views: 'sum(fact.views)', product_carts: 'sum(fact.carts)' },
};
