import { PRODUCT_NAMES } from '../../reports/sold.ts';
import { type Column, type Cube, columns, HOUR, joined, WEEKDAY } from '../cube.ts';

/** SQL: which order of its customer it is, of a row of `orders`. */
export function buyerOf(order: string): string {
  return `case when ${order}.nth = 1 then 'new' when ${order}.nth > 1 then 'returning' else '' end`;
}

export const ORDER_JOINS = {
  visit: 'left join order_session visit on visit.order_id = fact.order_id',
  placed: 'left join orders placed on placed.order_id = fact.order_id',
};

/** The session in which it was bought, where that is known. */
export const OF_VISIT: Readonly<Record<string, Column>> = joined(
  'visit',
  ...['channel', 'source', 'medium', 'campaign', 'device'],
  ['landing_page', 'visit.landing_path'],
);

const JOINS = {
  ...ORDER_JOINS,
  goods: 'left join goods on coalesce(goods.variant_id, goods.sku) = coalesce(fact.variant_id, fact.sku)',
  named: `left join (${PRODUCT_NAMES}) named on named.product = coalesce(fact.product_id, fact.sku)`,
};

export const COLLECTION: Column = {
  sql: 'member.collection',
  each: { from: 'goods_collection member', on: 'member.product_id = fact.product_id' },
};

const PERCENT_OFF = `case when fact.kind <> 'sale' or gross_minor = 0 then '' when discount_minor = 0 then '0'
  when discount_minor * 100 <= gross_minor * 10 then '1-10' when discount_minor * 100 <= gross_minor * 25 then '11-25'
  when discount_minor * 100 <= gross_minor * 50 then '26-50' else '51-100' end`;

const DIMENSIONS: Readonly<Record<string, Column>> = {
  ...columns('market', 'country', 'region', 'currency', 'origin'),
  ...{ ...WEEKDAY, ...HOUR },
  // Of goods that only another shop sold it is their SKU.
  ...columns(
    ['product', 'coalesce(fact.product_id, fact.sku)'],
    ['variant', 'coalesce(fact.variant_id, fact.sku)'],
  ),
  ...joined('named', 'title', 'brand', 'category'),
  ...joined('goods', 'options', ['sku', 'coalesce(goods.sku, fact.sku)']),
  collection: COLLECTION,
  ...columns(['discount', PERCENT_OFF]),
  ...joined('placed', ['buyer', buyerOf('placed')]),
  ...OF_VISIT,
};

/** The sales journal: what was sold, credited and corrected, line by line. */
export const SOLD: Cube = {
  id: 'sold',
  facts: 'sales',
  from: 'sale',
  where: "fact.kind in ('sale', 'credit', 'correction')",
  joins: JOINS,
  dimensions: DIMENSIONS,
  sums: {
    gross_sales: 'sum(fact.gross_minor)',
    discounts: 'sum(fact.discount_minor)',
    returns: 'sum(fact.returns_minor)',
    shipping: 'sum(fact.shipping_minor - fact.shipping_discount_minor)',
    tax: 'sum(fact.tax_minor)',
    other: 'sum(fact.other_minor)',
    units: "sum(fact.quantity) filter (fact.kind in ('sale', 'correction') and fact.gift_cards_minor = 0)",
    units_returned: "-sum(fact.quantity) filter (fact.kind = 'credit' and fact.gift_cards_minor = 0)",
    orders_with: "count(distinct fact.order_id) filter (fact.kind = 'sale')",
  },
  hasOrders: true,
};

/** What goods cost, by the day on which they left. */
export const COSTED: Cube = {
  id: 'costed',
  facts: 'what goods cost',
  from: 'sale',
  where: 'fact.cost_minor <> 0',
  joins: JOINS,
  dimensions: DIMENSIONS,
  sums: { cost_of_goods: 'sum(fact.cost_minor)' },
  hasOrders: true,
};
