import { type Cube, columns, WEEKDAY } from '../cube.ts';

/** The ledger's postings of what payment providers keep. */
export const POSTED: Cube = {
  id: 'posted',
  facts: 'payment fees',
  from: `(select posting.day, posting.currency, posting.order_id, amount_minor, account, orders.market, orders.country,
      orders.region, orders.origin
    from posting left join orders on orders.order_id = posting.order_id)`,
  where: "fact.account = 'fees'",
  lacks: ['hour'],
  dimensions: { ...columns('market', 'country', 'region', 'currency', 'origin'), ...WEEKDAY },
  sums: { payment_fees: 'sum(amount_minor)' },
  hasOrders: true,
};
