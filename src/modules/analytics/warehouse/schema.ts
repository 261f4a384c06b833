import { VISIT_CONTENT, VISIT_TABLES } from './visit-tables.ts';

/** Another text below is another version: the warehouse is then made again from its sources. */
export const SCHEMA_VERSION = 9;

/**
 * The tables of the warehouse. Facts are copied (`sale`, `posting`, `event`, `order_line`, `spend`), what is derived from
 * them (`session`, `session_order`, `order_session`, names in `goods`, places in `orders`) follows from the facts alone: fed
 * in whatever pieces, it is the same. Moments are UTC; `day` and `hour` are of the shop's zone. No keys: DuckDB would hold
 * them in memory, and feeding by cursor repeats nothing.
 *
 * `orders`, `order_line` and `sale` hold what was sold elsewhere too: `origin` is whose it was, '' is this shop's own. Its
 * `order_id` is `ORIGIN:DOCUMENT`. `other_minor` is of such orders only: fees and adjustments.
 */
export const SCHEMA = `
  create table meta (version integer, zone varchar, fed_at timestamp);
  create table feed_position (source varchar, xid bigint, id bigint);

  create table posting (
    xid bigint, id bigint, transaction_id bigint, posted_at timestamp, day date, kind varchar, reference varchar,
    order_id varchar, account varchar, currency varchar, amount_minor bigint);

  -- Transactions that moved money at a payment provider.
  create table moved (
    transaction_id bigint, currency varchar, kind varchar, reference varchar, order_id varchar, day date,
    provider varchar, received_minor bigint, fee_minor bigint, disputed_minor bigint);

  create table orders (
    order_id varchar, number varchar, market varchar, currency varchar, country varchar, region varchar,
    customer_key varchar, placed_at timestamp, sold_at timestamp, day date, hour integer, nth integer, origin varchar,
    value_minor bigint, units bigint);

  create table order_line (
    order_id varchar, line_id varchar, product_id varchar, variant_id varchar, sku varchar, title varchar,
    options varchar);

  -- Every variant of the catalogue, those that were sold and are gone, and (without ids) SKUs that only others sold.
  create table goods (
    variant_id varchar, product_id varchar, sku varchar, title varchar, options varchar, brand varchar,
    category varchar, is_listed boolean);

  -- '' is every country that no other market sells to.
  create table market_country (country varchar, market varchar);

  create table goods_collection (product_id varchar, collection varchar);

  create table sale (
    xid bigint, id bigint, posted_at timestamp, day date, hour integer, kind varchar, ledger_kind varchar,
    ledger_reference varchar, order_id varchar, line_id varchar, market varchar, currency varchar, country varchar,
    region varchar, customer_key varchar, product_id varchar, variant_id varchar, quantity integer,
    gross_minor bigint, discount_minor bigint, shipping_discount_minor bigint, returns_minor bigint,
    shipping_minor bigint, gift_cards_minor bigint, tax_minor bigint, cost_minor bigint,
    goodwill_minor bigint, origin varchar, sku varchar, other_minor bigint, opens tinyint);

  -- What an order came to, by the hour: a tenth of the rows where orders have ten lines.
  create table sale_hour (
    day date, hour integer, kind varchar, order_id varchar, market varchar, currency varchar, country varchar,
    region varchar, customer_key varchar, origin varchar, gross_minor bigint, discount_minor bigint,
    shipping_discount_minor bigint, returns_minor bigint, shipping_minor bigint, tax_minor bigint, cost_minor bigint,
    other_minor bigint, units bigint, units_returned bigint);

  -- What became of each product of an order, by the day on which the order was first sold.
  create table order_product (
    order_id varchar, product varchar, day date, market varchar, currency varchar, origin varchar, pieces bigint,
    back bigint, paid_minor bigint, credited_minor bigint);

  -- Attempts to pay, each with what has come of it so far.
  create table payment_try (
    id varchar, happened_at timestamp, order_id varchar, market varchar, country varchar, currency varchar,
    provider varchar, method varchar, amount_minor bigint, result varchar, reason varchar, day date, hour integer);

  create table returned_line (
    return_id varchar, order_id varchar, line_id varchar, requested_at timestamp, state varchar, reason varchar,
    quantity integer, day date);

  create table order_discount (
    order_id varchar, line_id varchar, promotion_id varchar, title varchar, amount_minor bigint);

  -- What each promotion took off an order, here or elsewhere, without tax, by the day on which it was taken.
  create table order_taken (
    order_id varchar, day date, market varchar, currency varchar, promotion varchar, title varchar, taken_minor bigint);

  create table spend (
    day date, origin varchar, channel varchar, source varchar, medium varchar, campaign varchar, currency varchar,
    amount_millionths bigint, amount_minor bigint, clicks bigint, impressions bigint);

  create table event (
    id varchar, happened_at timestamp, arrived_at timestamp, name varchar, mode varchar, visitor varchar,
    customer_id varchar, market varchar, locale varchar, currency varchar, path varchar, title varchar,
    referrer_host varchar, source varchar, medium varchar, campaign varchar, term varchar, content varchar,
    click_id varchar, device varchar, browser varchar, os varchar, country varchar, value_minor bigint,
    order_id varchar, items varchar, search_term varchar, results integer, engaged_ms bigint, metric varchar,
    metric_value double, data varchar);

  create table channel (
    source varchar, medium varchar, campaign varchar, click_id varchar, referrer_host varchar, channel varchar);

  create table session (
    id varchar, visitor varchar, run_at timestamp, began_at timestamp, ended_at timestamp, day date, hour integer,
    mode varchar, customer_id varchar, market varchar, locale varchar, currency varchar, country varchar,
    device varchar, browser varchar, os varchar, landing_path varchar, exit_path varchar, source varchar,
    medium varchar, campaign varchar, click_id varchar, referrer_host varchar, channel varchar, events integer,
    views integer, searches integer, engaged_ms bigint, step tinyint, trace varchar, first_pages varchar,
    last_pages varchar);

  -- With all of its session that reports tell apart, so that none looks for it among all sessions.
  create table session_order (
    visitor varchar, session_id varchar, order_id varchar, happened_at timestamp, day date, hour integer,
    market varchar, currency varchar, country varchar, mode varchar, locale varchar, device varchar, browser varchar,
    os varchar, landing_path varchar, exit_path varchar, source varchar, medium varchar, campaign varchar,
    referrer_host varchar, channel varchar, is_engaged boolean);

  create table session_product (
    session_id varchar, day date, market varchar, device varchar, channel varchar, product_id varchar,
    is_viewed boolean, is_carted boolean);

  -- Products that were looked at in a session that told of an order.
  create table order_look (session_id varchar, order_id varchar, day date, market varchar, product_id varchar);
${VISIT_TABLES}
  -- What there is of a variant now, and the days on which there was nothing of it; of the last no end is known yet.
  create table stock (variant_id varchar, on_hand bigint, available bigint);
  create table stock_out (variant_id varchar, from_day date, to_day date);

  -- The first session that told of the order.
  create table order_session (
    order_id varchar, session_id varchar, channel varchar, source varchar, medium varchar, campaign varchar,
    referrer_host varchar, device varchar, landing_path varchar);

  -- What was searched for in a session: the same term again right away (the next page, a filter) is one search.
  create table search (
    visitor varchar, session_id varchar, happened_at timestamp, day date, hour integer, market varchar, device varchar,
    channel varchar, term varchar, results integer, is_exit boolean, is_refined boolean);

  -- Pages by day, so that nothing reads every event of a year: visitors are those of the day.
  create table page_day (
    day date, market varchar, device varchar, path varchar, views bigint, visitors bigint, engaged_ms bigint);

  -- Web Vitals by day: how often each value was measured, to two digits, and in which part of its thresholds.
  create table vital_day (
    day date, market varchar, device varchar, page_kind varchar, metric varchar, value double, rating varchar,
    measured bigint);
`;

/** The columns of an event as they stand in the log, in the order of the warehouse's table. */
export const EVENT_COLUMNS = [
  ...['id', 'happened_at', 'arrived_at', 'name', 'mode', 'visitor', 'customer_id', 'market', 'locale', 'currency'],
  ...['path', 'title', 'referrer_host', 'source', 'medium', 'campaign', 'term', 'content', 'click_id', 'device'],
  ...['browser', 'os', 'country', 'value_minor', 'order_id', 'items', 'search_term', 'results', 'engaged_ms'],
  ...['metric', 'metric_value', 'data'],
] as const;

/** Every table that must be the same however it was fed, with what orders its rows. */
export const CONTENT: Readonly<Record<string, string>> = {
  posting: 'id',
  moved: 'transaction_id, currency',
  orders: 'order_id',
  order_line: 'order_id, line_id',
  goods: 'variant_id, sku',
  sale: 'origin, id, kind, line_id',
  sale_hour: 'order_id, day, hour, kind',
  order_product: 'order_id, product',
  market_country: 'country',
  payment_try: 'id',
  returned_line: 'return_id, line_id',
  order_discount: 'order_id, line_id, promotion_id',
  order_taken: 'order_id, day, promotion',
  spend: 'day, origin, source, medium, campaign, currency',
  goods_collection: 'product_id, collection',
  event: 'id',
  channel: 'channel, source, medium, campaign, click_id, referrer_host',
  session: 'id',
  session_order: 'session_id, order_id, happened_at',
  session_product: 'session_id, product_id',
  order_look: 'session_id, order_id, product_id',
  ...VISIT_CONTENT,
  stock: 'variant_id',
  stock_out: 'variant_id, from_day',
  order_session: 'order_id',
  search: 'session_id, happened_at, term',
  page_day: 'day, market, device, path',
  vital_day: 'day, market, device, page_kind, metric, value, rating',
};
