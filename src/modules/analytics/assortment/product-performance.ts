import { date } from '../reports/asked.ts';
import * as products from '../reports/measures/products.ts';
import * as sales from '../reports/measures/sales.ts';
import { type Asked, defineReport } from '../reports/report.ts';
import { IS_SALE, PRODUCT, PRODUCT_NAMES, SALES_SUMS } from '../reports/sold.ts';

export const productPerformance = defineReport({
  id: 'product_performance',
  titleKey: 'reports.productPerformance',
  about:
    'How each product does from being looked at to being bought, how much of it comes back, and how long its stock lasts. ' +
    'Visits and stock are of every currency: they stand in the row of each.',
  hasCurrency: true,
  dimensions: [
    { id: 'product', about: 'Id of the product; of goods that only another shop sold, their SKU.' },
    { id: 'title', about: 'As the catalogue has it; else as it was called in the latest order.' },
  ],
  measures: [
    ...[products.PRODUCT_VIEWS, products.PRODUCT_CARTS, products.VIEWS_CARTED, products.VIEWS_BOUGHT],
    ...products.VIEW_RATES,
    ...[sales.ORDERS_WITH, sales.UNITS, sales.GROSS_SALES, sales.NET_SALES],
    ...products.RETURN_RATES,
    ...[products.AVAILABLE, ...products.STOCK_COVER, products.DAYS_OUT],
  ],
  sortBy: 'gross_sales',
  statement: (asked) => `
    with named as (${PRODUCT_NAMES}), ${currencies(asked)}, part as (
      ${[looked, sold, cameBack, demanded, known, out, stocked].map((part) => part(asked)).join(' union all by name ')}
    )
    select ${asked.told.map((id) => `${id}, `).join('')}currency, ${SUMS.map((sum) => `sum(${sum}) as ${sum}`).join(', ')}
    from part group by all`,
  orders: {
    ...{ from: 'sale', day: 'day', where: `${IS_SALE} and ${PRODUCT} is not null` },
    columns: { product: PRODUCT },
  },
});

const SUMS = [
  ...[
    'product_views',
    'product_carts',
    'views_carted',
    'views_bought',
    'orders',
    'units',
    'gross_sales',
    'discounts',
  ],
  ...[
    'returns',
    'orders_sold',
    'orders_returned',
    'units_sold',
    'units_back',
    'value_sold',
    'value_back',
    'demand',
  ],
  ...['demand_squares', 'days_known', 'days_out', 'available', 'products_stocked'],
];

/** What has no currency is told in each in which anything was sold. */
function currencies({ during, within }: Asked): string {
  return `traded as (select distinct currency from sale where ${during('day')}${within('sale')} and ${IS_SALE}),
    told as (select currency from traded union all select '' where not exists (select 1 from traded))`;
}

/** SQL: sums by `product` (and `currency`) with what the report tells; products that have no name are left out unless said. */
function named({ by }: Asked, of: string, { isNamed = true, inEach = false } = {}): string {
  return `
    select ${by({ product: 'part.product', title: 'named.title' })}${inEach ? 'told.currency, ' : ''}part.* exclude (product)
    from (${of}) part ${inEach ? 'cross join told' : ''} ${isNamed ? '' : 'left '}join named on named.product = part.product`;
}

function looked(asked: Asked): string {
  const { during, ofMarket } = asked;
  const of = `
    select product_id as product, sum(views) as product_views, sum(carts) as product_carts, sum(views_carted) as views_carted
    from product_day where ${during('day')}${ofMarket('product_day')} group by product_id
    union all by name
    select product_id as product, count(distinct session_id) as views_bought
    from order_look look join order_line using (order_id, product_id)
    where ${during('day')}${ofMarket('look')} group by product_id`;
  return named(asked, of, { isNamed: false, inEach: true });
}

function sold(asked: Asked): string {
  const { isTotal, during, within } = asked;
  const from = `from sale where ${during('day')}${within('sale')} and ${IS_SALE} and ${PRODUCT} is not null`;
  // Of all products together, an order with several of them is one.
  const least = isTotal ? 3 : 2;
  const opened = `count(*) filter (opens >= ${least}) + count(distinct order_id) filter (opens < 0) as orders`;
  if (isTotal) return `select currency, ${SALES_SUMS}, ${opened} ${from} group by currency`;
  return named(
    asked,
    `select ${PRODUCT} as product, currency, ${SALES_SUMS}, ${opened} ${from} group by all`,
  );
}

/** What became of the orders that were sold in the span. */
function cameBack(asked: Asked): string {
  const { during, within } = asked;
  return named(
    asked,
    `
    select product, currency, count(*) as orders_sold, count(*) filter (back > 0) as orders_returned,
      sum(pieces) as units_sold, sum(back) as units_back, sum(paid_minor) as value_sold, sum(credited_minor) as value_back
    from order_product sale where ${during('day')}${within('sale')} group by product, currency`,
  );
}

/**
 * SQL: goods of which it can be said how long they last: those that are counted, each by itself. Of all together only where
 * there is but one.
 */
function lasting({ isTotal }: Asked): string {
  const only = '(select count(distinct product_id) from stock join goods using (variant_id)) = 1';
  return `${PRODUCT} in (select product_id from stock join goods using (variant_id))${isTotal ? ` and ${only}` : ''}`;
}

/** Pieces a day, of every market and currency. */
function demanded(asked: Asked): string {
  return named(
    asked,
    `
    select product, sum(pieces) as demand, sum(pieces * pieces) as demand_squares
    from (
      select ${PRODUCT} as product, day, sum(quantity) as pieces from sale
      where ${asked.during('day')} and kind in ('sale', 'correction') and gift_cards_minor = 0 and ${lasting(asked)}
      group by all
    ) daily group by product`,
    { inEach: true },
  );
}

/** Days of the span from the first sale ever on, until the last day that anything is known of. */
function known(asked: Asked): string {
  const { from, to } = asked.span;
  const last = `least(${date(to)}, greatest((select max(day) from sale), (select max(day) from session)))`;
  const days = `
    select ${PRODUCT} as product, date_diff('day', greatest(min(day), ${date(from)}), ${last}) + 1 as days_known
    from sale where kind = 'sale' and ${lasting(asked)} group by all`;
  if (!asked.isTotal) return named(asked, days, { inEach: true });
  return `select currency, max(days_known) as days_known from (${days}) first join named using (product) cross join told
    group by all`;
}

/** Days on which there was nothing of any variant that is counted. */
function out({ by, span }: Asked): string {
  return `
    select ${by({ product: 'empty.product', title: 'named.title' })}currency, count(*) as days_out
    from (
      select product_id as product, day
      from (
        select variant_id, unnest(generate_series(greatest(from_day, ${date(span.from)}),
          least(ifnull(to_day, ${date(span.to)}), ${date(span.to)}), interval 1 day)) as day from stock_out
      ) join goods using (variant_id)
        join (select product_id, count(*) as variants from stock join goods using (variant_id) group by all) using (product_id)
      group by product_id, day having count(*) = any_value(variants)
    ) empty join named using (product) cross join told group by all`;
}

function stocked({ by }: Asked): string {
  return `
    select ${by({ product: 'product_id', title: 'named.title' })}currency, sum(available) as available,
      count(distinct product_id) as products_stocked
    from stock join goods using (variant_id) join named on named.product = goods.product_id cross join told group by all`;
}
