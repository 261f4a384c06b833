import * as sales from './measures/sales.ts';
import { defineReport } from './report.ts';
import { IS_SALE, ORDERS_WITH, PRODUCT, SALES_SUMS } from './sold.ts';

const MEMBERS = `(select sale.*, ifnull(collection, '') as collection
  from sale left join goods_collection using (product_id) where ${IS_SALE} and ${PRODUCT} is not null)`;
const ONCE = `(select * from sale where ${IS_SALE} and ${PRODUCT} is not null)`;

export const salesByCollection = defineReport({
  id: 'sales_by_collection',
  titleKey: 'reports.salesByCollection',
  about:
    'What was sold of the goods that are in each collection now. Goods in several are counted with each; the total counts ' +
    'them once.',
  hasCurrency: true,
  dimensions: [{ id: 'collection', about: 'Title of the collection; of goods in none empty.' }],
  measures: [
    ...[sales.GROSS_SALES, sales.DISCOUNTS, sales.RETURNS, sales.NET_SALES, sales.DISCOUNT_RATE],
    ...[sales.ORDERS_WITH, sales.UNITS, sales.UNITS_RETURNED],
  ],
  sortBy: 'gross_sales',
  statement: ({ isTotal, by, during, within }) => `
    select ${by({ collection: 'collection' })}currency, ${SALES_SUMS}, ${ORDERS_WITH}
    from ${isTotal ? ONCE : MEMBERS} sale where ${during('day')}${within('sale')} group by all`,
  orders: { from: MEMBERS, day: 'day', columns: { collection: 'collection' } },
});
