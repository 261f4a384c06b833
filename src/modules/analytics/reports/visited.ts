/** SQL: orders that sessions told of and that stand. */
const STANDS = 'order_id in (select order_id from orders where sold_at is not null)';

/**
 * SQL: sessions told apart by `columns`, of which `table` has sums by day, with how many were engaged (10 seconds to be seen,
 * two pages, or an order: the rule of Google Analytics 4 with an order as the key event) and in how many something was bought
 * that stands. An order may come to stand later than its session is counted: it is counted when it is asked for.
 *
 * @param input.ofOrder the same columns of `session_order`, where they are others
 */
export function visitedBy(input: {
  readonly table: 'visit_hour' | 'visit_day' | 'visit_page';
  readonly columns: Readonly<Record<string, string>>;
  readonly ofOrder?: Readonly<Record<string, string>>;
  /** Of rows of the table, with ` and `. */
  readonly only?: string;
  readonly during: (day: string) => string;
  readonly ofMarket: (table: string) => string;
}): string {
  const { table, columns, ofOrder = columns, only = '', during, ofMarket } = input;
  const named = (of: Readonly<Record<string, string>>) =>
    Object.entries(of)
      .map(([name, column]) => `${column} as ${name}, `)
      .join('');
  return `
    select ${named(columns)}sum(sessions) as sessions, sum(engaged) as engaged, sum(views) as views,
      sum(engaged_ms) as engaged_ms
    from ${table} where ${during('day')}${ofMarket(table)}${only} group by all
    union all by name
    select * exclude (session_id, is_engaged), count(*) as sessions_bought,
      count(*) filter (not is_engaged) as engaged
    from (
      select distinct ${named(ofOrder)}session_id, is_engaged
      from session_order where ${during('day')}${ofMarket('session_order')} and ${STANDS}
    ) group by all`;
}

/** SQL: what rows of `visitedBy` come to, by the names that the measures of visits take. */
export const VISIT_SUMS = `
  ifnull(sum(sessions), 0) as sessions, ifnull(sum(engaged), 0) as engaged,
  ifnull(sum(sessions_bought), 0) as sessions_bought, ifnull(sum(views), 0) as views,
  ifnull(sum(engaged_ms), 0) as engaged_ms`;
