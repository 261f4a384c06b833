/** Of sessions in whole numbers, as they add up; `engaged`: without an order, by the rule of Google Analytics 4. */
const SUMS = `sessions bigint, engaged bigint, views bigint, searches bigint, engaged_ms bigint, reached_view bigint,
    reached_cart bigint, reached_checkout bigint, reached_purchase bigint, engaged_or_purchase bigint`;

/**
 * What sessions come to by the day on which they began, so that no report reads all of them: each tells apart what is asked
 * together, and whoever asks for more reads the sessions. They follow from `session` and `session_product`.
 */
export const VISIT_TABLES = `
  create table visit_hour (
    day date, hour integer, market varchar, currency varchar, country varchar, channel varchar, device varchar,
    ${SUMS});

  create table visit_day (
    day date, market varchar, currency varchar, country varchar, channel varchar, device varchar, source varchar,
    medium varchar, campaign varchar, referrer_host varchar, browser varchar, os varchar, mode varchar, locale varchar,
    ${SUMS});

  -- By the first page, and (is_exit) by the last.
  create table visit_page (day date, market varchar, currency varchar, is_exit boolean, path varchar, ${SUMS});

  -- By what happened in them, in its order.
  create table trace_day (
    day date, market varchar, device varchar, channel varchar, country varchar, locale varchar, mode varchar,
    trace varchar, sessions bigint);

  -- By the pages with which they began, and (is_exit) with which they ended.
  create table way_day (day date, market varchar, is_exit boolean, pages varchar, sessions bigint);

  create table product_day (
    day date, market varchar, device varchar, channel varchar, product_id varchar, views bigint, carts bigint,
    views_carted bigint);
`;

/** With what orders their rows. */
export const VISIT_CONTENT = {
  visit_hour: 'day, hour, market, currency, country, channel, device',
  visit_day: `day, market, currency, country, channel, device, source, medium, campaign, referrer_host, browser, os, mode,
    locale`,
  visit_page: 'day, market, currency, is_exit, path',
  trace_day: 'day, market, device, channel, country, locale, mode, trace',
  way_day: 'day, market, is_exit, pages',
  product_day: 'day, market, device, channel, product_id',
} as const;
