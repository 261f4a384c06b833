/**
 * SQL: sessions with whether they were engaged (10 seconds to be seen, two pages, or an order: the rule of Google Analytics
 * 4 with an order as the key event) and whether something was bought in them that stands.
 */
export const VISITED = `(
  select session.*, bought.session_id is not null as has_bought,
    bought.session_id is not null or views >= 2 or engaged_ms >= 10_000 as is_engaged
  from session left join (
    select distinct session_id from session_order join orders using (order_id) where sold_at is not null
  ) bought on bought.session_id = session.id)`;

/** SQL: what rows of `VISITED` come to, by the names that the measures of visits take. */
export const VISIT_SUMS = `
  count(*) as sessions, count(*) filter (is_engaged) as engaged, count(*) filter (has_bought) as sessions_bought,
  sum(views) as views, sum(engaged_ms) as engaged_ms`;
