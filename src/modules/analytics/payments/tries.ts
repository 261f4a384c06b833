import { defineReport } from '../reports/report.ts';
import { amount, counted, rate, sumOf } from './measures.ts';

const TRIED = 'By the day on which the attempt began, in the shop’s zone, with what came of it until now.';
const DECIDED = sumOf('authorized', 'declined', 'failed');

const PROVIDER = { id: 'provider', about: 'Who was to take the money.' };
const METHOD = {
  id: 'method',
  about: 'Where it was paid: on a page of the provider’s, in the shop’s own page, or by hand.',
};
const COUNTRY = { id: 'country', about: 'Where the order goes, or where who pays for it is.' };

export const payments = defineReport({
  id: 'payments',
  titleKey: 'reports.payments',
  about:
    'Attempts to pay, how many of them went through, and how surely. Who went away before anybody decided is counted apart: ' +
    'that is no decline.',
  hasCurrency: true,
  dimensions: [PROVIDER, METHOD, COUNTRY],
  measures: [
    counted('attempts', 'Attempts to pay; an order may have several.', TRIED),
    counted('authorized', 'Attempts that the bank or provider agreed to.', TRIED),
    counted('declined', 'Attempts that the bank or provider refused.', TRIED),
    counted('failed', 'Attempts that failed at the provider, whatever the bank would have said.', TRIED),
    counted('abandoned', 'Attempts that the shopper did not finish, or that nobody has decided yet.', TRIED),
    ...rate(
      'acceptance_rate',
      { about: 'Agreed ÷ (agreed + declined + failed). Without those that were abandoned.', timeRule: TRIED },
      sumOf('authorized'),
      DECIDED,
    ),
    amount('declined_amount', 'What was to be paid by attempts that were declined or failed.', TRIED),
  ],
  sortBy: 'attempts',
  statement: ({ by, during, within }) => `
    select ${by({ provider: 'provider', method: 'method', country: 'country' })}currency, count(*) as attempts,
      count(*) filter (result in ('authorized', 'captured')) as authorized,
      count(*) filter (result = 'declined') as declined, count(*) filter (result = 'failed') as failed,
      count(*) filter (result in ('abandoned', 'open')) as abandoned,
      sum(amount_minor) filter (result in ('declined', 'failed')) as declined_amount
    from payment_try where ${during('day')}${within('payment_try')} group by all`,
  orders: {
    from: 'payment_try',
    day: 'day',
    columns: { provider: 'provider', method: 'method', country: 'country' },
  },
});

const IS_DECLINED = "result in ('declined', 'failed', 'abandoned')";

export const declines = defineReport({
  id: 'declines',
  titleKey: 'reports.declines',
  about: 'Why attempts to pay came to nothing, in the words of this shop, whatever the provider calls it.',
  hasCurrency: true,
  dimensions: [
    { id: 'reason', about: 'What the bank or provider gave as the reason; empty where nobody gave one.' },
    PROVIDER,
  ],
  measures: [
    counted('attempts', 'Attempts to pay that came to nothing.', TRIED),
    counted('orders_retried', 'Those whose order was paid by another attempt.', TRIED),
    amount('declined_amount', 'What was to be paid by them.', TRIED),
  ],
  sortBy: 'attempts',
  statement: ({ by, during, within }) => `
    with paid as (select distinct order_id from payment_try where result in ('authorized', 'captured'))
    select ${by({ reason: 'reason', provider: 'provider' })}currency, count(*) as attempts,
      count(paid.order_id) as orders_retried, sum(amount_minor) as declined_amount
    from payment_try left join paid using (order_id)
    where ${during('day')}${within('payment_try')} and ${IS_DECLINED} group by all`,
  orders: {
    ...{ from: 'payment_try', day: 'day', where: IS_DECLINED },
    columns: { reason: 'reason', provider: 'provider' },
  },
});
