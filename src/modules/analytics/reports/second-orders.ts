import { estimated } from './measures/mean.ts';
import { named, ratio, summed } from './measures/ratio.ts';
import { defineReport } from './report.ts';

const FIRST =
  'By the day of the customer’s first order, in the shop’s zone, with all that came after it until now.';
const DAYS = "date_diff('day', first.day, second.day)";
const AFTER = `case when second.day is null then 'none' when ${DAYS} <= 7 then '0-7' when ${DAYS} <= 30 then '8-30'
  when ${DAYS} <= 90 then '31-90' when ${DAYS} <= 180 then '91-180' when ${DAYS} <= 365 then '181-365' else '366-' end`;
const SECOND = 'orders second on second.customer_key = first.customer_key and second.nth = 2';

export const secondOrders = defineReport({
  id: 'second_orders',
  titleKey: 'reports.secondOrders',
  about:
    'Customers with their first order in the span, by how many days later they ordered again. Who has not done so yet may ' +
    'still: the curve on the screen of customers counts them for as long as they are known.',
  hasCurrency: false,
  dimensions: [
    { id: 'after', about: 'Days from the first order to the second; none: there is none so far.' },
  ],
  measures: [
    summed('count', {
      id: 'customers',
      about: 'Customers whose first order was in the span.',
      timeRule: FIRST,
    }),
    summed('count', { id: 'customers_again', about: 'Those of them who ordered again.', timeRule: FIRST }),
    estimated(
      ratio(
        'number',
        {
          id: 'days_to_second',
          about: 'Mean days to the second order of those who have one.',
          timeRule: FIRST,
        },
        named('days'),
        named('customers_again'),
      ),
      { count: 'customers_again', sum: 'days', squares: 'days_squares' },
    ),
  ],
  statement: ({ by, during, within }) => `
    select ${by({ after: AFTER })}count(*) as customers, count(second.order_id) as customers_again,
      cast(ifnull(sum(${DAYS}), 0) as bigint) as days, cast(ifnull(sum(${DAYS} * ${DAYS}), 0) as bigint) as days_squares
    from (select * from orders where nth = 1 and customer_key is not null and ${during('day')}${within('orders')}) first
      left join ${SECOND} group by all`,
  orders: {
    from: `(select ifnull(second.order_id, first.order_id) as order_id, first.day, first.market, first.currency,
      ${AFTER} as after from orders first left join ${SECOND} where first.nth = 1 and first.customer_key is not null)`,
    ...{ day: 'day', columns: { after: 'after' } },
  },
});
