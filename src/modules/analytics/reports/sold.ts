import type { Dimension } from './report.ts';

/** SQL: what rows of `sale` come to, by the names that the measures of sales take. */
export const SALES_SUMS = `
  sum(gross_minor) as gross_sales, sum(discount_minor) as discounts, sum(returns_minor) as returns,
  sum(shipping_minor - shipping_discount_minor) as shipping, sum(tax_minor) as tax, sum(other_minor) as other,
  sum(quantity) filter (kind in ('sale', 'correction') and gift_cards_minor = 0) as units,
  -sum(quantity) filter (kind = 'credit' and gift_cards_minor = 0) as units_returned`;

/** SQL: what the product of a row of `sale` is: of goods that only others sold, their SKU. */
export const PRODUCT = 'coalesce(product_id, sku)';

const latest = (column: string) => `max_by(${column}, (is_listed, ifnull(variant_id, ''))) as ${column}`;

/** SQL: each product's name, brand and category: as the catalogue has them, else as it was sold. */
export const PRODUCT_NAMES = `
  select ${PRODUCT} as product, ${latest('title')}, ${latest('brand')}, ${latest('category')} from goods group by all`;

/** Rows of the journal that are about money from customers. */
export const IS_SALE = "kind in ('sale', 'credit', 'correction')";

export const TIME: Dimension = {
  id: 'time',
  about: 'Hour, day, week from Monday, or month, in the shop’s zone.',
};
