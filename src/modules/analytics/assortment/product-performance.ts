import { date } from '../reports/asked.ts';
import * as products from '../reports/measures/products.ts';
import * as sales from '../reports/measures/sales.ts';
import { type Asked, defineReport } from '../reports/report.ts';
import { IS_SALE, PRODUCT, PRODUCT_NAMES } from '../reports/sold.ts';

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
  statement: (asked) => {
    const [priced, everywhere] = [
      [sold, cameBack],
      [looked, demanded, known, out, stocked],
    ].map((parts) => parts.map((part) => part(asked)).join(' union all by name '));
    // Each is of few rows once it is grouped: only those stand in every currency.
    const summed = (of: string) => `
      with ${currencies(asked)}, priced as (
        select ${of}currency, ${sumsOf(PRICED)} from (${priced}) group by all
      ), everywhere as (
        select ${of}${sumsOf(EVERYWHERE)} from (${everywhere}) group by all
      ), part as (
        select * from priced union all by name select told.currency, everywhere.* from everywhere cross join told
      )
      select ${of}currency, ${sumsOf([...EVERYWHERE, ...PRICED])} from part group by all`;
    if (asked.isTotal) return summed('');
    // Goods are called by their names once, when they are few.
    return `
      select ${asked.by({ product: 'product', title: 'named.title' })}summed.* exclude (product)
      from (${summed('product, ')}) summed left join (${PRODUCT_NAMES}) named using (product)`;
  },
  orders: {
    ...{ from: 'sale', day: 'day', where: `${IS_SALE} and ${PRODUCT} is not null` },
    columns: { product: PRODUCT },
  },
});

/** Of every currency together. */
const EVERYWHERE = [
  ...['product_views', 'product_carts', 'views_carted', 'views_bought', 'demand', 'demand_squares'],
  ...['days_known', 'days_out', 'available', 'products_stocked'],
];
const PRICED = [
  ...['orders', 'units', 'gross_sales', 'discounts', 'returns', 'orders_sold', 'orders_returned'],
  ...['units_sold', 'units_back', 'value_sold', 'value_back'],
];

function sumsOf(names: readonly string[]): string {
  return names.map((name) => `cast(sum(${name}) as bigint) as ${name}`).join(', ');
}

/** What has no currency is told in each in which anything was sold. */
function currencies({ during, within }: Asked): string {
  return `traded as (select distinct currency from sale_hour sale where ${during('day')}${within('sale')} and ${IS_SALE}),
    told as (select currency from traded union all select '' where not exists (select 1 from traded))`;
}

/** SQL: the product that rows are of; of all together none. */
function of({ isTotal }: Asked, product: string): string {
  return isTotal ? '' : `${product} as product, `;
}

function looked(asked: Asked): string {
  const { during, ofMarket } = asked;
  return `
    select ${of(asked, 'product_id')}sum(views) as product_views, sum(carts) as product_carts,
      sum(views_carted) as views_carted
    from product_day where ${during('day')}${ofMarket('product_day')} group by all
    union all by name
    select ${of(asked, 'product_id')}sum(sessions) as views_bought
    from (
      select product_id, count(distinct session_id) as sessions
      from order_look look join order_line using (order_id, product_id)
      where ${during('day')}${ofMarket('look')} group by product_id
    ) bought group by all`;
}

function sold(asked: Asked): string {
  const { isTotal, during, within } = asked;
  // Of all products together, an order with several of them is one.
  const least = isTotal ? 3 : 2;
  return `
    select ${of(asked, PRODUCT)}currency, sum(gross_minor) as gross_sales, sum(discount_minor) as discounts,
      sum(returns_minor) as returns, sum(quantity) filter (kind <> 'credit' and gift_cards_minor = 0) as units,
      count(*) filter (opens >= ${least}) + count(distinct order_id) filter (opens < 0) as orders
    from sale where ${during('day')}${within('sale')} and ${IS_SALE} and ${PRODUCT} is not null group by all`;
}

/** What became of the orders that were sold in the span. */
function cameBack(asked: Asked): string {
  const { during, within } = asked;
  return `
    select ${of(asked, 'product')}currency, count(*) as orders_sold, count(*) filter (back > 0) as orders_returned,
      sum(pieces) as units_sold, sum(back) as units_back, sum(paid_minor) as value_sold, sum(credited_minor) as value_back
    from order_product sale where ${during('day')}${within('sale')} group by all`;
}

/**
 * SQL: goods of which it can be said how long they last: those that are counted, each by itself. Of all together only where
 * there is but one.
 */
function lasting({ isTotal }: Asked, product: string): string {
  const only = '(select count(distinct product_id) from stock join goods using (variant_id)) = 1';
  return `${product} in (select product_id from stock join goods using (variant_id))${isTotal ? ` and ${only}` : ''}`;
}

/** Pieces a day, of every market and currency. */
function demanded(asked: Asked): string {
  return `
    select ${of(asked, 'product')}sum(pieces) as demand, sum(pieces * pieces) as demand_squares
    from (
      select ${PRODUCT} as product, day, sum(quantity) as pieces from sale
      where ${asked.during('day')} and kind in ('sale', 'correction') and gift_cards_minor = 0 and ${lasting(asked, PRODUCT)}
      group by all
    ) daily group by all`;
}

/** Days of the span from the first sale ever on, until the last day that anything is known of. */
function known(asked: Asked): string {
  const { from, to } = asked.span;
  const last = `least(${date(to)}, greatest((select max(day) from sale), (select max(day) from session)))`;
  return `
    select ${of(asked, 'product')}max(days_known) as days_known
    from (
      select product, date_diff('day', greatest(min(day), ${date(from)}), ${last}) + 1 as days_known
      from order_product where ${lasting(asked, 'product')} group by all
    ) first group by all`;
}

/** Days on which there was nothing of any variant that is counted. */
function out(asked: Asked): string {
  const { span } = asked;
  return `
    select ${of(asked, 'product_id')}count(*) as days_out
    from (
      select product_id, day
      from (
        select variant_id, unnest(generate_series(greatest(from_day, ${date(span.from)}),
          least(ifnull(to_day, ${date(span.to)}), ${date(span.to)}), interval 1 day)) as day from stock_out
      ) join goods using (variant_id)
        join (select product_id, count(*) as variants from stock join goods using (variant_id) group by all) using (product_id)
      group by product_id, day having count(*) = any_value(variants)
    ) empty group by all`;
}

function stocked(asked: Asked): string {
  return `
    select ${of(asked, 'product_id')}sum(available) as available, count(distinct product_id) as products_stocked
    from stock join goods using (variant_id) group by all`;
}
