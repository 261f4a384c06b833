import * as customers from './measures/customers.ts';
import { defineReport } from './report.ts';

export const cohorts = defineReport({
  id: 'cohorts',
  titleKey: 'reports.cohorts',
  about:
    'Customers by the month of their first order in the span, and how many of them bought again how many months later. ' +
    'Months that have not come yet are not there.',
  hasCurrency: false,
  dimensions: [
    { id: 'cohort', about: 'Month of the first order, by its first day.' },
    { id: 'months_later', about: '0 is the month of the first order.' },
  ],
  measures: [
    ...[customers.CUSTOMERS, customers.CUSTOMERS_ACTIVE, customers.RETENTION_RATE, customers.COHORT_ORDERS],
  ],
  statement: ({ isTotal, by, during, within }) => `
    with member as (
      select customer_key, date_trunc('month', day) as cohort
      from orders where nth = 1 and ${during('day')}${within('orders')}
    ), bought as (
      select cohort, customer_key, nth, date_diff('month', cohort, date_trunc('month', day)) as months_later
      from orders join member using (customer_key)
    )
    ${isTotal ? TOTAL : statementOf(by({ cohort: COHORT, months_later: 'months_later' }))}`,
  orders: {
    from: `(select bought.*, first.day as first_day, date_trunc('month', first.day) as cohort,
      date_diff('month', date_trunc('month', first.day), date_trunc('month', bought.day)) as months_later
      from orders bought join orders first on first.customer_key = bought.customer_key and first.nth = 1
      where bought.nth is not null)`,
    ...{
      day: 'first_day',
      columns: { cohort: "strftime(cohort, '%Y-%m-%d')", months_later: 'months_later' },
    },
  },
});

const COHORT = "strftime(cohort, '%Y-%m-%d')";

const TOTAL = `
  select count(distinct customer_key) as customers,
    count(distinct customer_key) filter (nth > 1) as customers_active, count(*) as orders
  from bought`;

function statementOf(dimensions: string): string {
  return `
    , size as (select cohort, count(*) as customers from member group by cohort),
    month as (
      select cohort, customers, unnest(generate_series(0, date_diff('month', cohort,
        (select date_trunc('month', max(day)) from orders)))) as months_later
      from size
    ), active as (
      select cohort, months_later, count(distinct customer_key) as customers_active, count(*) as orders
      from bought group by cohort, months_later
    )
    select ${dimensions}any_value(customers) as customers, any_value(customers_active) as customers_active,
      any_value(orders) as orders
    from month left join active using (cohort, months_later) group by all`;
}
