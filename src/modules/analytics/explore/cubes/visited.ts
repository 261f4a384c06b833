import { type Column, type Cube, columns, HOUR, type SummedUp, WEEKDAY } from '../cube.ts';

const OF_HOUR = columns('market', 'country', 'currency', 'channel', 'device');
const OF_DAY: typeof OF_HOUR = {
  ...OF_HOUR,
  ...columns(
    'source',
    'medium',
    'campaign',
    'browser',
    'os',
    ['visitor', 'fact.mode'],
    ['language', 'fact.locale'],
  ),
};
const DIMENSIONS: Readonly<Record<string, Column>> = {
  ...OF_DAY,
  ...columns(['landing_page', 'fact.landing_path'], ['exit_page', 'fact.exit_path']),
  ...{ ...WEEKDAY, ...HOUR },
};

const IS_ENGAGED = 'fact.engaged_ms >= 10000 or fact.views >= 2 or fact.step >= 4';

/** Sessions, by the day on which they began. */
export const VISITED: Cube = {
  id: 'visited',
  facts: 'visits',
  from: 'session',
  dimensions: DIMENSIONS,
  sums: {
    sessions: 'count(*)',
    engaged: `count(*) filter (${IS_ENGAGED})`,
    views: 'sum(fact.views)',
    searches: 'sum(fact.searches)',
    engaged_ms: 'sum(fact.engaged_ms)',
    sessions_viewed: 'count(*) filter (fact.step >= 1)',
    sessions_cart: 'count(*) filter (fact.step >= 2)',
    sessions_checkout: 'count(*) filter (fact.step >= 3)',
    sessions_purchase: 'count(*) filter (fact.step >= 4)',
  },
  summedUp: [
    { ...summedUp('visit_day', OF_DAY), hasHours: false },
    { ...summedUp('visit_hour', { ...OF_HOUR, ...HOUR }), hasHours: true },
    { ...ofPages('landing_page'), where: 'not fact.is_exit' },
    { ...ofPages('exit_page'), where: 'fact.is_exit' },
  ],
};

function ofPages(page: string): SummedUp {
  return { ...summedUp('visit_page', columns('market', 'currency', [page, 'fact.path'])), hasHours: false };
}

function summedUp(from: string, dimensions: Cube['dimensions']): Omit<SummedUp, 'hasHours'> {
  const sum = (column: string) => `ifnull(sum(fact.${column}), 0)`;
  return {
    from,
    dimensions: { ...dimensions, ...WEEKDAY },
    sums: {
      ...{ sessions: sum('sessions'), engaged: sum('engaged_or_purchase'), views: sum('views') },
      ...{ searches: sum('searches'), engaged_ms: sum('engaged_ms'), sessions_viewed: sum('reached_view') },
      ...{ sessions_cart: sum('reached_cart'), sessions_checkout: sum('reached_checkout') },
      sessions_purchase: sum('reached_purchase'),
    },
  };
}

/** Orders that sessions told of and that were sold, by the day on which the session began. */
export const BOUGHT: Cube = {
  id: 'bought',
  facts: 'visits with an order',
  from: `(select * from session_order
    where order_id in (select order_id from orders where sold_at is not null))`,
  dimensions: DIMENSIONS,
  sums: { sessions_bought: 'count(distinct fact.session_id)' },
  hasOrders: true,
};
