import { date } from './asked.ts';
import { STOCK_ADDED, STOCK_TAKEN, STOCK_VALUE } from './measures/stock.ts';
import { type Asked, defineReport } from './report.ts';
import { TIME } from './sold.ts';

export const stockValue = defineReport({
  id: 'stock_value',
  titleKey: 'reports.stockValue',
  about:
    'What lies in stock, at the moving average that it was bought for: the balance of the ledger’s inventory at the end of each ' +
    'day, week or month, and what moved it. Of all markets together. By the hour it is that of the day’s end.',
  isOverTime: true,
  hasCurrency: true,
  hasCosts: true,
  dimensions: [TIME],
  measures: [STOCK_VALUE, STOCK_ADDED, STOCK_TAKEN],
  statement: (asked) => `
    with moved as (
      select day, currency, sum(amount_minor) as change, ifnull(sum(amount_minor) filter (amount_minor > 0), 0) as added,
        ifnull(-sum(amount_minor) filter (amount_minor < 0), 0) as taken
      from posting where account = 'inventory' and day <= ${date(asked.span.to)}${currencyOf(asked)} group by all
    ), stood as (
      select currency, cast(day as date) as day
      from (select distinct currency from moved), range(${date(asked.span.from)}, ${date(asked.span.to)} + 1, interval 1 day) of(day)
    ), ended as (
      select currency, day, sum(change) over (partition by currency order by day) as value, added, taken
      from (select * from stood full join moved using (currency, day))
    )
    select ${asked.by({ time: asked.bucket('day', 'hour') })}currency, arg_max(value, day) as stock_value,
      ifnull(sum(added) filter (hour = 0), 0) as stock_added, ifnull(sum(taken) filter (hour = 0), 0) as stock_taken
    from ended, range(24) of(hour) where ${asked.during('day')} group by all`,
  orders: {
    from: `(select posting.day, posting.currency, posting.order_id, orders.market
      from posting join orders using (order_id) where account = 'inventory')`,
    ...{ day: 'day', columns: {} },
  },
});

/** Stock is of no market: of one it is shown as a whole. */
function currencyOf({ within, ofMarket }: Asked): string {
  const [whole, market] = [within('posting'), ofMarket('posting')];
  return whole.slice(market.length);
}
