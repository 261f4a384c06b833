import { type Column, type Cube, columns, HOUR, WEEKDAY } from '../cube.ts';

const DIMENSIONS: Readonly<Record<string, Column>> = {
  ...columns(
    'market',
    'country',
    'currency',
    'channel',
    'source',
    'medium',
    'campaign',
    'device',
    'browser',
    'os',
  ),
  ...columns(['landing_page', 'fact.landing_path'], ['exit_page', 'fact.exit_path']),
  ...columns(['visitor', 'fact.mode'], ['language', 'fact.locale']),
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
};

/** Orders that sessions told of and that were sold, by the day on which the session began. */
export const BOUGHT: Cube = {
  id: 'bought',
  facts: 'visits with an order',
  from: `(select session.* exclude (id), session_id, order_id
    from session join (select session_id, order_id from session_order) told on told.session_id = session.id
    where order_id in (select order_id from orders where sold_at is not null))`,
  dimensions: DIMENSIONS,
  sums: { sessions_bought: 'count(distinct fact.session_id)' },
  hasOrders: true,
};
