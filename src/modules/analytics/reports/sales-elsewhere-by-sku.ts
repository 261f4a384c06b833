import { ELSEWHERE, ELSEWHERE_SUMS, inMinorUnits, NO_ORDERS } from './elsewhere.ts';
import { defineReport } from './report.ts';

export const salesElsewhereBySku = defineReport({
  id: 'sales_elsewhere_by_sku',
  titleKey: 'reports.salesElsewhereBySku',
  about:
    'What imported orders from elsewhere sold of each SKU; without one, what is about a document as a whole.',
  hasCurrency: true,
  dimensions: [{ id: 'sku', about: 'SKU as the import has it.' }],
  measures: ELSEWHERE,
  sortBy: 'sold_elsewhere',
  statement: ({ by, during }) =>
    inMinorUnits(`
    select ${by({ sku: 'sku' })}currency, ${ELSEWHERE_SUMS}
    from history_sale where ${during('day')} group by all`),
  orders: NO_ORDERS,
});
