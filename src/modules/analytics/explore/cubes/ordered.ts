import { type Cube, columns, HOUR, WEEKDAY } from '../cube.ts';
import { buyerOf, OF_VISIT, ORDER_JOINS } from './sold.ts';

/** Beyond what 64 bits hold. */
function squared(column: string): string {
  return `fact.${column}::hugeint * fact.${column}`;
}

/** Orders, by the day on which they were first sold. */
export const ORDERED: Cube = {
  id: 'ordered',
  facts: 'orders',
  from: 'orders',
  where: 'fact.sold_at is not null',
  joins: ORDER_JOINS,
  dimensions: {
    ...columns('market', 'country', 'region', 'currency', 'origin', ['buyer', buyerOf('fact')]),
    ...{ ...WEEKDAY, ...HOUR, ...OF_VISIT },
  },
  sums: {
    orders: 'count(*)',
    orders_returning: 'count(*) filter (fact.nth > 1)',
    new_customers: 'count(*) filter (fact.nth = 1)',
    customers: 'count(distinct fact.customer_key)',
    // Of what is told of an order in the mean.
    ...{ order_value: 'sum(fact.value_minor)', order_value_squares: `sum(${squared('value_minor')})` },
    ...{ order_units: 'sum(fact.units)', order_units_squares: `sum(${squared('units')})` },
  },
  hasOrders: true,
};

/** Those of them whose session is known. */
export const MATCHED: Cube = {
  ...ORDERED,
  id: 'matched',
  facts: 'orders whose session is known',
  from: '(select orders.* from orders semi join order_session using (order_id))',
  sums: { matched_orders: 'count(*)' },
};
