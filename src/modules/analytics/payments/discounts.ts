import { each, named, ratio } from '../reports/measures/ratio.ts';
import { defineReport } from '../reports/report.ts';
import { amount, counted } from './measures.ts';

const SOLD = 'Of orders by the day on which they were first sold, in the shop’s zone.';

export const discounts = defineReport({
  id: 'discounts',
  titleKey: 'reports.discounts',
  about:
    'What promotions and codes take off goods, how many orders have them, and what those orders are worth beside the others. ' +
    'That orders with a discount are larger does not say that the discount made them so.',
  hasCurrency: true,
  dimensions: [
    {
      id: 'promotion',
      about: 'Id of the promotion; of orders from elsewhere their origin and its name there.',
    },
    { id: 'promotion_title', about: 'What it was called when it was used last.' },
  ],
  measures: [
    counted(
      'orders',
      'Orders with it. An order with several is counted with each; the total counts it once.',
      SOLD,
    ),
    ratio(
      'share',
      { id: 'order_share', about: 'Orders with it ÷ all orders.', timeRule: SOLD },
      named('orders'),
      named('all_orders'),
    ),
    amount('discounts', 'What it took off goods, without tax.', SOLD),
    each(
      { id: 'value_with', about: '(Gross sales − discounts) ÷ orders, of orders with it.', timeRule: SOLD },
      named('value'),
      named('orders'),
    ),
    each(
      { id: 'value_without', about: 'The same of all other orders.', timeRule: SOLD },
      (sums) => (sums['all_value'] ?? 0n) - (sums['value'] ?? 0n),
      (sums) => (sums['all_orders'] ?? 0n) - (sums['orders'] ?? 0n),
    ),
  ],
  sortBy: 'discounts',
  statement: ({ by, isTotal, told, during, within }) => {
    const names = told.map((name) => `${name}, `).join('');
    const inSpan = during('day') + within('taken');
    const given = `
      select ${by({ promotion: 'taken.promotion', promotion_title: 'called.title' })}order_id, sum(taken_minor) as taken
      from order_taken taken ${isTotal ? '' : 'join called on called.promotion = taken.promotion'}
      where ${inSpan} group by all`;
    return `
    with called as (
      select promotion, max(title) as title from order_taken taken where ${inSpan} group by promotion
    ), sold as (
      select order_id, currency, value_minor as value
      from orders where sold_at is not null and ${during('day')}${within('orders')}
    ), whole as (
      select currency, count(*) as all_orders, sum(value) as all_value from sold group by currency
    )
    select ${names}sold.currency, count(*) as orders, sum(taken) as discounts, sum(value) as value,
      any_value(all_orders) as all_orders, any_value(all_value) as all_value
    from (${given}) each join sold using (order_id) join whole on whole.currency = sold.currency group by all`;
  },
  orders: { from: 'order_taken', day: 'day', columns: { promotion: 'promotion' } },
});
