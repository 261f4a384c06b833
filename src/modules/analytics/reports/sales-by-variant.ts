import * as sales from './measures/sales.ts';
import { defineReport } from './report.ts';
import { IS_SALE, ORDERS_WITH, SALES_SUMS, VARIANT } from './sold.ts';

export const salesByVariant = defineReport({
  id: 'sales_by_variant',
  titleKey: 'reports.salesByVariant',
  about: 'What was sold of each variant. Delivery and its tax are of none.',
  hasCurrency: true,
  dimensions: [
    { id: 'variant', about: 'Id of the variant; of goods that only another shop sold, their SKU.' },
    { id: 'sku', about: 'Its SKU.' },
    { id: 'title', about: 'As the catalogue has it; else as it was called in the latest order.' },
    { id: 'options', about: 'Its options, such as size and colour.' },
  ],
  measures: [
    ...[sales.GROSS_SALES, sales.DISCOUNTS, sales.RETURNS, sales.NET_SALES, sales.DISCOUNT_RATE],
    ...[sales.ORDERS_WITH, sales.UNITS, sales.UNITS_RETURNED],
  ],
  sortBy: 'gross_sales',
  statement: ({ by, during, within }) => `
    select ${by({ variant: 'variant', sku: 'named.sku', title: 'title', options: 'options' })}currency, ${SALES_SUMS},
      ${ORDERS_WITH}
    from sale join (select *, ${VARIANT} as variant from goods) named on variant = coalesce(sale.variant_id, sale.sku)
    where ${during('day')}${within('sale')} and ${IS_SALE} group by all`,
  orders: {
    ...{ from: 'sale', day: 'day', where: `${IS_SALE} and ${VARIANT} is not null` },
    columns: { variant: VARIANT },
  },
});
