import { type Cube, columns, HOUR, WEEKDAY } from '../cube.ts';
import { OF_VISIT, ORDER_JOINS } from './sold.ts';

/** Attempts to pay, by the day on which they began, with what came of them until now. */
export const TRIED: Cube = {
  id: 'tried',
  facts: 'attempts to pay',
  from: 'payment_try',
  joins: { visit: ORDER_JOINS.visit },
  dimensions: {
    ...columns('market', 'country', 'currency', 'provider', 'method', 'reason'),
    ...{ ...WEEKDAY, ...HOUR, ...OF_VISIT },
  },
  sums: {
    attempts: 'count(*)',
    authorized: "count(*) filter (fact.result in ('authorized', 'captured'))",
    declined: "count(*) filter (fact.result = 'declined')",
    failed: "count(*) filter (fact.result = 'failed')",
    abandoned: "count(*) filter (fact.result in ('abandoned', 'open'))",
    declined_amount: "sum(fact.amount_minor) filter (fact.result in ('declined', 'failed'))",
  },
  hasOrders: true,
};
