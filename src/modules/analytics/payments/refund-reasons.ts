import { defineReport } from '../reports/report.ts';
import { amount, counted } from './measures.ts';

const ASKED = 'By the day on which the return was asked for, in the shop’s zone, whenever it was ordered.';

// What was taken off a line later, or given back of that, stands beside it in rows without pieces.
const RETURNED = `(
  with paid as (
    select order_id, line_id, currency, sum(gross_minor - discount_minor) as paid_minor, sum(quantity) as quantity
    from sale where kind = 'sale' and quantity > 0 and (order_id, line_id) in (select order_id, line_id from returned_line)
    group by all
  )
  select returned.* exclude (quantity), orders.market, paid.currency, returned.quantity,
    cast(round(paid_minor * returned.quantity / paid.quantity) as bigint) as worth_minor
  from returned_line returned join orders on orders.order_id = returned.order_id
    join paid on paid.order_id = returned.order_id and paid.line_id = returned.line_id
  where returned.state <> 'rejected'
)`;

export const refundReasons = defineReport({
  id: 'refund_reasons',
  titleKey: 'reports.refundReasons',
  about:
    'Why goods come back, as shoppers said when they asked for the return. Refused returns are left out.',
  hasCurrency: true,
  dimensions: [{ id: 'reason', about: 'What the shopper chose as the reason.' }],
  measures: [
    counted('returns_asked', 'Returns with this reason for any of their lines.', ASKED),
    counted('units_announced', 'Pieces that are to come back, or have.', ASKED),
    amount('returned_value', 'What was paid for them, without tax.', ASKED),
  ],
  sortBy: 'units_announced',
  statement: ({ by, during, within }) => `
    select ${by({ reason: 'reason' })}currency, count(distinct return_id) as returns_asked,
      sum(quantity) as units_announced, sum(worth_minor) as returned_value
    from ${RETURNED} back where ${during('day')}${within('back')} group by all`,
  orders: { from: RETURNED, day: 'day', columns: { reason: 'reason' } },
});
