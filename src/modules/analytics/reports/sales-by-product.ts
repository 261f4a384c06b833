import * as sales from './measures/sales.ts';
import { defineReport } from './report.ts';
import { IS_SALE, ORDERS_WITH, PRODUCT, PRODUCT_NAMES, SALES_SUMS } from './sold.ts';

export const salesByProduct = defineReport({
  id: 'sales_by_product',
  titleKey: 'reports.salesByProduct',
  about: 'What was sold of each product. Delivery and its tax are of none.',
  hasCurrency: true,
  dimensions: [
    { id: 'product', about: 'Id of the product; of goods that only another shop sold, their SKU.' },
    { id: 'title', about: 'As the catalogue has it; else as it was called in the latest order.' },
  ],
  measures: [
    ...[sales.GROSS_SALES, sales.DISCOUNTS, sales.RETURNS, sales.NET_SALES, sales.DISCOUNT_RATE],
    ...[sales.ORDERS_WITH, sales.UNITS, sales.UNITS_RETURNED],
  ],
  sortBy: 'gross_sales',
  statement: ({ by, during, within }) => `
    with named as (${PRODUCT_NAMES})
    select ${by({ product: PRODUCT, title: 'title' })}currency, ${SALES_SUMS},
      ${ORDERS_WITH}
    from sale join named on named.product = ${PRODUCT}
    where ${during('day')}${within('sale')} and ${IS_SALE} group by all`,
  orders: {
    ...{ from: 'sale', day: 'day', where: `${IS_SALE} and ${PRODUCT} is not null` },
    columns: { product: PRODUCT },
  },
});
