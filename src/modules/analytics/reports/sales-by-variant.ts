import * as sales from './measures/sales.ts';
import { defineReport } from './report.ts';
import { IS_SALE, SALES_SUMS } from './sold.ts';

export const salesByVariant = defineReport({
  id: 'sales_by_variant',
  titleKey: 'reports.salesByVariant',
  about: 'What was sold of each variant. Delivery and its tax are of none.',
  hasCurrency: true,
  dimensions: [
    { id: 'variant', about: 'Id of the variant.' },
    { id: 'sku', about: 'Its SKU in the latest order that has it.' },
    { id: 'title', about: 'What the product was called in that order.' },
    { id: 'options', about: 'Its options in that order.' },
  ],
  measures: [
    ...[sales.GROSS_SALES, sales.DISCOUNTS, sales.RETURNS, sales.NET_SALES, sales.DISCOUNT_RATE],
    ...[sales.ORDERS_WITH, sales.UNITS, sales.UNITS_RETURNED],
  ],
  sortBy: 'gross_sales',
  statement: ({ by, during, within }) => `
    select ${by({ variant: 'sale.variant_id', sku: 'sku', title: 'title', options: 'options' })}currency, ${SALES_SUMS},
      count(distinct order_id) filter (kind = 'sale') as orders
    from sale join goods using (variant_id)
    where ${during('day')}${within('sale')} and ${IS_SALE} group by all`,
  orders: {
    ...{ from: 'sale', day: 'day', where: `${IS_SALE} and variant_id is not null` },
    columns: { variant: 'variant_id' },
  },
});
