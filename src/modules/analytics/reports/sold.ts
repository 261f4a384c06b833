import type { Asked, Dimension, Report } from './report.ts';

/** SQL: what rows of `sale` come to, by the names that the measures of sales take. */
export const SALES_SUMS = `
  sum(gross_minor) as gross_sales, sum(discount_minor) as discounts, sum(returns_minor) as returns,
  sum(shipping_minor - shipping_discount_minor) as shipping, sum(tax_minor) as tax, sum(other_minor) as other,
  sum(quantity) filter (kind in ('sale', 'correction') and gift_cards_minor = 0) as units,
  -sum(quantity) filter (kind = 'credit' and gift_cards_minor = 0) as units_returned`;

/** SQL: the same of rows of `sale_hour`, which has what an order came to by the hour. */
export const HOURLY_SUMS = `
  sum(gross_minor) as gross_sales, sum(discount_minor) as discounts, sum(returns_minor) as returns,
  sum(shipping_minor - shipping_discount_minor) as shipping, sum(tax_minor) as tax, sum(other_minor) as other,
  sum(units) as units, sum(units_returned) as units_returned`;

export const ORDERS_WITH = "count(distinct order_id) filter (kind = 'sale') as orders";

/** SQL: what of a row of `sale` its product and its variant are: of goods that only others sold, their SKU. */
export const PRODUCT = 'coalesce(product_id, sku)';
export const VARIANT = 'coalesce(variant_id, sku)';

/**
 * SQL: gross sales of lines whose cost is known: of goods that left, or that came with what they cost. Before discounts, as
 * some are of no line.
 */
export const SOLD_WITH_COST = `sum(gross_minor) filter ((order_id, line_id) in (
  select order_id, line_id from sale where kind in ('cost', 'cost_returned'))) as sold_with_cost`;

const latest = (column: string) => `max_by(${column}, (is_listed, ifnull(variant_id, ''))) as ${column}`;

/** SQL: each product's name, brand and category: as the catalogue has them, else as it was sold. */
export const PRODUCT_NAMES = `
  select ${PRODUCT} as product, ${latest('title')}, ${latest('brand')}, ${latest('category')} from goods group by all`;

/** Rows of the journal that are about money from customers. */
export const IS_SALE = "kind in ('sale', 'credit', 'correction')";

/** What was sold of goods, told apart by what their product is: `brand` or `category`. */
export function soldByGoods(of: 'brand' | 'category'): Pick<Report, 'statement' | 'orders'> {
  const from = `(select sale.*, ifnull(${of}, '') as ${of}
    from sale join (${PRODUCT_NAMES}) named on named.product = ${PRODUCT} where ${IS_SALE})`;
  return {
    statement: ({ by, during, within }: Asked) => `
      select ${by({ [of]: of })}currency, ${SALES_SUMS}, ${ORDERS_WITH}
      from ${from} sale where ${during('day')}${within('sale')} group by all`,
    orders: { from, day: 'day', columns: { [of]: of } },
  };
}

/** What was sold, told apart by columns of `sale_hour`. */
export function soldBy(columns: Readonly<Record<string, string>>): Pick<Report, 'statement' | 'orders'> {
  return {
    statement: ({ by, during, within }: Asked) => `
      select ${by(columns)}currency, ${HOURLY_SUMS}, ${ORDERS_WITH}
      from sale_hour sale where ${during('day')}${within('sale')} and ${IS_SALE} group by all`,
    orders: { from: 'sale', day: 'day', where: IS_SALE, columns },
  };
}

export const TIME: Dimension = {
  id: 'time',
  about: 'Hour, day, week from Monday, or month, in the shop’s zone.',
};
