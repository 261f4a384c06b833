import { each, named, ratio } from '../reports/measures/ratio.ts';
import { defineReport } from '../reports/report.ts';
import { amount, counted } from './measures.ts';

const SOLD = 'Of orders by the day on which they were first sold, in the shop’s zone.';

/**
 * SQL: what each promotion took off a line, without tax. The journal has what all of them together took off it; they share it
 * in proportion to what they took as the price is shown, rounded in turn, so that they sum to it.
 */
const TAKEN = `(
  select sale.order_id, sale.day, sale.market, sale.currency, promotion_id as promotion, shared.title,
    cast(round(sale.discount_minor::decimal(38, 0) * upto / whole) as bigint)
      - cast(round(sale.discount_minor::decimal(38, 0) * (upto - amount_minor) / whole) as bigint) as taken_minor
  from (
    select *, sum(amount_minor) over (partition by order_id, line_id order by promotion_id) as upto,
      sum(amount_minor) over (partition by order_id, line_id) as whole
    from order_discount
  ) shared join sale on sale.order_id = shared.order_id and sale.line_id = shared.line_id and sale.kind = 'sale'
)`;

export const discounts = defineReport({
  id: 'discounts',
  titleKey: 'reports.discounts',
  about:
    'What promotions and codes take off goods, how many orders have them, and what those orders are worth beside the others. ' +
    'That orders with a discount are larger does not say that the discount made them so.',
  hasCurrency: true,
  dimensions: [
    { id: 'promotion', about: 'Id of the promotion.' },
    { id: 'title', about: 'What it was called when it was used last.' },
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
  statement: ({ by, told, during, within }) => {
    const names = told.map((name) => `${name}, `).join('');
    return `
    with sold as (
      select order_id, currency, sum(gross_minor - discount_minor) as value
      from sale where kind = 'sale' and origin = '' and ${during('day')}${within('sale')} group by order_id, currency
    ), whole as (
      select currency, count(*) as all_orders, sum(value) as all_value from sold group by currency
    ), given as (
      select ${by({ promotion: 'promotion', title: 'max(title) over (partition by promotion)' })}order_id, taken_minor
      from ${TAKEN} taken where ${during('day')}${within('taken')}
    ), each as (
      select ${names}order_id, sum(taken_minor) as taken from given group by all
    )
    select ${names}sold.currency, count(*) as orders, sum(taken) as discounts, sum(value) as value,
      any_value(all_orders) as all_orders, any_value(all_value) as all_value
    from each join sold using (order_id) join whole on whole.currency = sold.currency group by all`;
  },
  orders: { from: TAKEN, day: 'day', columns: { promotion: 'promotion' } },
});
