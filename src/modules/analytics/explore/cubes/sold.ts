import { NO_PRODUCT } from '../../language/no-product.ts';
import { PRODUCT_NAMES } from '../../reports/sold.ts';
import { type Column, type Cube, columns, HOUR, joined, type Naming, WEEKDAY } from '../cube.ts';

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

/** What all rows of an order in an hour share. */
const OF_ORDER: Readonly<Record<string, Column>> = {
  ...columns('market', 'country', 'region', 'currency', 'origin'),
  ...{ ...WEEKDAY, ...HOUR, ...OF_VISIT },
  ...joined('placed', ['buyer', buyerOf('placed')]),
};

function namedIn(column: string): readonly [string, string] {
  return [column, ofProduct(`named.${column}`)];
}

/** SQL of sales: what a product is called or in, where the row is of one. */
const ofProduct = (sql: string) =>
  `if(fact.product_id is null and fact.sku is null, '${NO_PRODUCT}', ${sql})`;

const DIMENSIONS: Readonly<Record<string, Column>> = {
  ...OF_ORDER,
  // Of goods that only another shop sold it is their SKU.
  ...columns(
    ['product', `coalesce(fact.product_id, fact.sku, '${NO_PRODUCT}')`],
    ['variant', `coalesce(fact.variant_id, fact.sku, '${NO_PRODUCT}')`],
  ),
  ...joined('named', ...(['title', 'brand', 'category'] as const).map(namedIn)),
  ...joined('goods', 'options', ['sku', 'coalesce(goods.sku, fact.sku)']),
  collection: { ...COLLECTION, sql: ofProduct(COLLECTION.sql) },
  ...columns(['discount', PERCENT_OFF]),
};

const pick = (...ids: readonly string[]) =>
  Object.fromEntries(Object.entries(DIMENSIONS).filter(([id]) => ids.includes(id)));
const OF_PRODUCT = { ...OF_ORDER, ...pick('product', 'title', 'brand', 'category', 'collection') };
const OF_VARIANT = { ...OF_PRODUCT, ...pick('variant', 'sku', 'options') };

const NAMED = `left join (${PRODUCT_NAMES}) named on named.product = grouped.of_product`;
const NAMED_COLUMNS = Object.fromEntries(
  ['title', 'brand', 'category'].map((column) => [
    column,
    `if(grouped.of_product is null, '${NO_PRODUCT}', named.${column})`,
  ]),
);
const NAMINGS: readonly Naming[] = [
  {
    of: 'variant',
    takes: {
      of_variant: 'max(coalesce(fact.variant_id, fact.sku))',
      of_product: 'max(coalesce(fact.product_id, fact.sku))',
      of_sku: 'max(fact.sku)',
    },
    joins: `left join goods on coalesce(goods.variant_id, goods.sku) = grouped.of_variant ${NAMED}`,
    columns: { ...NAMED_COLUMNS, options: 'goods.options', sku: 'coalesce(goods.sku, grouped.of_sku)' },
  },
  {
    of: 'product',
    takes: { of_product: 'max(coalesce(fact.product_id, fact.sku))' },
    joins: NAMED,
    columns: NAMED_COLUMNS,
  },
];

/** How many orders there are, by the rows that open them. */
const openedBy = (least: number) =>
  `count(*) filter (fact.opens >= ${least}) + count(distinct fact.order_id) filter (fact.opens < 0)`;

const SUMS = {
  gross_sales: 'sum(fact.gross_minor)',
  discounts: 'sum(fact.discount_minor)',
  returns: 'sum(fact.returns_minor)',
  shipping: 'sum(fact.shipping_minor - fact.shipping_discount_minor)',
  tax: 'sum(fact.tax_minor)',
  other: 'sum(fact.other_minor)',
  units: "sum(fact.quantity) filter (fact.kind in ('sale', 'correction') and fact.gift_cards_minor = 0)",
  units_returned: "-sum(fact.quantity) filter (fact.kind = 'credit' and fact.gift_cards_minor = 0)",
};

/** The sales journal: what was sold, credited and corrected, line by line. */
export const SOLD: Cube = {
  id: 'sold',
  facts: 'sales',
  from: 'sale',
  where: "fact.kind in ('sale', 'credit', 'correction')",
  joins: JOINS,
  dimensions: DIMENSIONS,
  sums: { ...SUMS, orders_with: "count(distinct fact.order_id) filter (fact.kind = 'sale')" },
  summedUp: [
    {
      ...{ from: 'sale_hour', dimensions: OF_ORDER, hasHours: true },
      sums: {
        ...{ ...SUMS, units: 'sum(fact.units)', units_returned: 'sum(fact.units_returned)' },
        orders_with: "count(distinct fact.order_id) filter (fact.kind = 'sale')",
      },
    },
    {
      ...{ from: 'sale', dimensions: OF_PRODUCT, hasHours: true, needs: 'product' },
      sums: { ...SUMS, orders_with: openedBy(2) },
    },
    {
      ...{ from: 'sale', dimensions: OF_VARIANT, hasHours: true, needs: 'variant' },
      sums: { ...SUMS, orders_with: openedBy(1) },
    },
  ],
  namings: NAMINGS,
  hasOrders: true,
};

/** Sales of lines whose cost is known: of goods that left, or that came with what they cost. Before discounts and returns. */
export const COST_KNOWN: Cube = {
  ...SOLD,
  id: 'cost_known',
  facts: 'sales of goods whose cost is known',
  from: `(select * from sale where (order_id, line_id) in (
    select order_id, line_id from sale where kind in ('cost', 'cost_returned')))`,
  sums: { sold_with_cost: 'sum(fact.gross_minor)' },
  summedUp: [],
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
  summedUp: [
    {
      ...{ from: 'sale_hour', dimensions: OF_ORDER, hasHours: true },
      sums: { cost_of_goods: 'sum(fact.cost_minor)' },
    },
  ],
  namings: NAMINGS,
  hasOrders: true,
};
