import type { Asked, Dimension, Report } from './report.ts';

/** SQL: what rows of `sale` come to, by the names that the measures of sales take. */
export const SALES_SUMS = `
  sum(gross_minor) as gross_sales, sum(discount_minor) as discounts, sum(returns_minor) as returns,
  sum(shipping_minor - shipping_discount_minor) as shipping, sum(tax_minor) as tax, sum(other_minor) as other,
  sum(quantity) filter (kind in ('sale', 'correction') and gift_cards_minor = 0) as units,
  -sum(quantity) filter (kind = 'credit' and gift_cards_minor = 0) as units_returned`;

/** SQL: what of a row of `sale` its product and its variant are: of goods that only others sold, their SKU. */
export const PRODUCT = 'coalesce(product_id, sku)';
export const VARIANT = 'coalesce(variant_id, sku)';

/** SQL: the name of each product: as the catalogue has it, else as it was sold. */
export const PRODUCT_NAMES = `
  select ${PRODUCT} as product, max_by(title, (is_listed, ifnull(variant_id, ''))) as title from goods group by all`;

/** Rows of the journal that are about money from customers. */
export const IS_SALE = "kind in ('sale', 'credit', 'correction')";

/** What was sold, told apart by columns of `sale`. */
export function soldBy(columns: Readonly<Record<string, string>>): Pick<Report, 'statement' | 'orders'> {
  return {
    statement: ({ by, during, within }: Asked) => `
      select ${by(columns)}currency, ${SALES_SUMS},
        count(distinct order_id) filter (kind = 'sale') as orders
      from sale where ${during('day')}${within('sale')} and ${IS_SALE} group by all`,
    orders: { from: 'sale', day: 'day', where: IS_SALE, columns },
  };
}

export const TIME: Dimension = {
  id: 'time',
  about: 'Hour, day, week from Monday, or month, in the shop’s zone.',
};
