import { named, ratio } from '../reports/measures/ratio.ts';
import { defineReport } from '../reports/report.ts';
import { amount, counted } from './measures.ts';
import { MOVED, movedMoney } from './moved.ts';

const POSTED = 'By the day on which it was posted, in the shop’s zone.';
const WHERE = "kind in ('capture', 'fee')";

export const paymentFees = defineReport({
  id: 'payment_fees',
  titleKey: 'reports.paymentFees',
  about: 'What payment providers keep of what they take. Fees that belong to no order have no market.',
  hasCurrency: true,
  dimensions: [{ id: 'provider', about: 'Who took the money, and kept some of it.' }],
  measures: [
    counted('captures', 'How often money was taken.', POSTED),
    amount('captured', 'What was taken.', POSTED),
    amount('payment_fees', 'What the provider kept of it.', POSTED),
    ratio(
      'share',
      { id: 'fee_rate', about: 'Fees ÷ what was taken.', timeRule: POSTED },
      named('payment_fees'),
      named('captured'),
    ),
  ],
  sortBy: 'captured',
  statement: ({ by, during, within, ofMarket }) => `
    select ${by({ provider: 'provider' })}currency, count(*) filter (kind = 'capture') as captures,
      sum(received_minor) filter (kind = 'capture') as captured, sum(fee_minor) as payment_fees
    from ${movedMoney({ hasMarket: ofMarket('moved') !== '' })} moved where ${during('day')}${within('moved')} and ${WHERE} group by all`,
  orders: {
    from: MOVED,
    day: 'day',
    where: `${WHERE} and order_id is not null`,
    columns: { provider: 'provider' },
  },
});
