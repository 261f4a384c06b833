import { type Cube, columns, WEEKDAY } from '../cube.ts';

/**
 * What lies in stock: the balance of the ledger's inventory at the end of every day until tomorrow, be anything posted on it
 * or not. Of several days it is that of the last: rows do not sum up to it.
 */
export const STOCKED: Cube = {
  id: 'stocked',
  facts: 'stock values',
  from: `(
    with moved as (
      select day, currency, sum(amount_minor) as change from posting where account = 'inventory' group by all
    ), stood as (
      select currency, cast(day as date) as day from (
        select currency, unnest(generate_series(min(day), greatest(max(day), current_date + 1), interval 1 day)) as day
        from moved group by currency)
    )
    select currency, day, sum(ifnull(change, 0)) over (partition by currency order by day) as value
    from stood left join moved using (currency, day))`,
  lacks: ['hour', 'market'],
  dimensions: { ...columns('currency'), ...WEEKDAY },
  sums: { stock_value: 'arg_max(fact.value, fact.day)' },
};
