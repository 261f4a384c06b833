import { ELSEWHERE, ELSEWHERE_SUMS, inMinorUnits, NO_ORDERS } from './elsewhere.ts';
import { defineReport } from './report.ts';
import { TIME } from './sold.ts';

export const salesElsewhere = defineReport({
  id: 'sales_elsewhere',
  titleKey: 'reports.salesElsewhere',
  about:
    'What imported orders from elsewhere came to. They belong to no market, and the books of this shop know nothing of them.',
  isOverTime: true,
  hasCurrency: true,
  dimensions: [TIME],
  measures: ELSEWHERE,
  statement: ({ by, during, bucket }) =>
    inMinorUnits(`
    select ${by({ time: bucket('day', '0') })}currency, ${ELSEWHERE_SUMS}
    from history_sale where ${during('day')} group by all`),
  orders: NO_ORDERS,
});
