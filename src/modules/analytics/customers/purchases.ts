import type { PurchaseHistory } from '../../../statistics/index.ts';
import type { Source } from '../reports/answer-report.ts';
import { date, within } from '../reports/asked.ts';
import { IS_SALE } from '../reports/sold.ts';
import { type Bought, boughtIn } from './scores.ts';

/** Purchases of customers, one customer after the other, each in the order of their days; for another thread. */
export type Purchases = {
  /** Where the purchases of each customer begin. */
  readonly starts: Int32Array;
  /** Days since 1970. */
  readonly days: Int32Array;
  /** Minor units. */
  readonly values: Float64Array;
  /** The last day that is known. */
  readonly end: number;
};

// Read in parts, so that other questions are answered in between.
const AT_ONCE = 20_000;
const EPOCH = Temporal.PlainDate.from('1970-01-01');

export async function readPurchases(
  analytics: Source,
  { today, ...asked }: Bought & { readonly today: Temporal.PlainDate },
): Promise<Purchases> {
  const { span, market, currency, origin } = asked;
  const [counted] = await analytics.rows<{ orders: bigint }>(
    `select count(*) as orders from orders where ${boughtIn(asked)}`,
  );
  const parts = Math.max(1, Math.ceil(Number(counted?.orders ?? 0n) / AT_ONCE));
  const [starts, days, values]: [number[], number[], number[]] = [[], [], []];
  for (let part = 0; part < parts; part += 1) {
    const rows = await analytics.rows<{ is_first: boolean; day: number; value: number }>(`
      with bought as (
        select orders.customer_key, date_diff('day', ${date(EPOCH)}, orders.day) as day,
          sum(gross_minor - discount_minor - returns_minor) as value
        from orders join sale_hour sale using (order_id)
        where orders.customer_key is not null and ${boughtIn(asked)} and ${IS_SALE}
          and hash(orders.customer_key) % ${parts} = ${part} and hash(sale.customer_key) % ${parts} = ${part}
          ${within('sale', { market, currency, origin })}
        group by all
      )
      select lag(customer_key) over visits is distinct from customer_key as is_first, cast(day as integer) as day,
        cast(greatest(value, 0) as double) as value
      from bought window visits as (order by customer_key, day) order by customer_key, day`);
    for (const { is_first: isFirst, day, value } of rows) {
      if (isFirst) starts.push(days.length);
      days.push(day);
      values.push(value);
    }
  }
  const last = Temporal.PlainDate.compare(span.to, today) < 0 ? span.to : today;
  return {
    ...{ starts: Int32Array.from(starts), days: Int32Array.from(days), values: Float64Array.from(values) },
    end: EPOCH.until(last).days,
  };
}

/** What one bought until a day, and on how many days after it. */
export type Known = { readonly history: PurchaseHistory; readonly later: number };

/**
 * What customers bought until a day, as `summarisePurchases` has it, of those who had bought by then: read off where it
 * stands, as 100,000 customers would be a million small things.
 */
export function historiesUntil({ starts, days, values, end }: Purchases, until: number): Known[] {
  const found: Known[] = [];
  for (let customer = 0; customer < starts.length; customer += 1) {
    const [from, to] = [starts[customer] ?? 0, starts[customer + 1] ?? days.length];
    const one = boughtBetween(days.subarray(from, to), values.subarray(from, to), { until, end });
    if (one !== undefined) found.push(one);
  }
  return found;
}

function boughtBetween(
  days: Int32Array,
  values: Float64Array,
  { until, end }: { readonly until: number; readonly end: number },
): Known | undefined {
  const first = days[0] ?? Number.POSITIVE_INFINITY;
  if (first > until) return undefined;
  let [last, frequency, spent, later] = [first, 0, 0, 0];
  let lastLater = until;
  for (let place = 1; place < days.length; place += 1) {
    const day = days[place] ?? 0;
    if (day > end) break;
    if (day > until) {
      // What is bought on one day is one purchase.
      if (day > lastLater) later += 1;
      lastLater = day;
      continue;
    }
    if (day > last) frequency += 1;
    if (day > first) spent += values[place] ?? 0;
    last = day;
  }
  const meanSpend = frequency > 0 ? spent / frequency : 0;
  return { history: { frequency, recency: last - first, age: until - first, meanSpend }, later };
}
