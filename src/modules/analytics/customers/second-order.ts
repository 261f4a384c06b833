import {
  type Interval,
  kaplanMeier,
  type MedianTime,
  medianTime,
  wilsonInterval,
} from '../../../statistics/index.ts';
import type { Source } from '../reports/answer-report.ts';
import { date } from '../reports/asked.ts';
import { type Bought, boughtIn } from './scores.ts';

/** How long customers take to their second order. Those without one are watched for as long as they are known. */
export type SecondOrder = {
  /** Whose first order was in the span. */
  readonly customers: number;
  readonly again: number;
  readonly confidence: number;
  /** The share that ordered again within so many days, after each day on which somebody did. */
  readonly curve: readonly Point[];
  readonly within: readonly Point[];
  /** Days; undefined where half of them never ordered again as long as they were watched. */
  readonly median: MedianTime;
  /** Of customers who ordered in the span: those who did so twice or more. */
  readonly repeatRate?: Interval;
  /** Of orders in the span: those of customers who had ordered before. */
  readonly returningShare?: Interval;
};

export type Point = {
  readonly days: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** Customers who were watched for so long. */
  readonly watched: number;
};

const CONFIDENCE = 0.95;
const TOLD_DAYS = [30, 60, 90, 180, 365];
// Beyond two years a curve says little to a shop.
const MOST_DAYS = 730;

export async function secondOrder(
  { rows }: Source,
  { today, ...asked }: Bought & { readonly today: Temporal.PlainDate },
): Promise<SecondOrder> {
  const { span } = asked;
  const last = Temporal.PlainDate.compare(span.to, today) < 0 ? span.to : today;
  const [watched, repeated] = await Promise.all([
    rows<Watched>(`
      with first as (
        select customer_key, day from orders where nth = 1 and ${boughtIn(asked)}
      ), second as (select customer_key, day from orders where nth = 2 and day <= ${date(last)})
      select cast(greatest(0, date_diff('day', first.day, ifnull(second.day, ${date(last)}))) as integer) as time,
        second.day is not null as has_event, cast(count(*) as integer) as count
      from first left join second using (customer_key) where customer_key is not null group by all`),
    rows<Repeated>(`
      with customer as (
        select customer_key, count(*) as orders, count(*) filter (nth > 1) as again
        from orders where customer_key is not null and ${boughtIn(asked)} group by customer_key
      )
      select cast(count(*) as integer) as customers, cast(count(*) filter (orders > 1) as integer) as repeaters,
        cast(ifnull(sum(orders), 0) as integer) as orders, cast(ifnull(sum(again), 0) as integer) as again
      from customer`),
  ]);
  const curve = kaplanMeier(
    watched.map(({ time, has_event: hasEvent, count }) => ({ time, hasEvent, count })),
    CONFIDENCE,
  );
  const points = curve.steps.map(({ time, survival, low, high, atRisk }) => ({
    ...{ days: time, share: 1 - survival, low: 1 - high, high: 1 - low, watched: atRisk },
  }));
  const [counts] = repeated;
  return {
    customers: watched.reduce((sum, { count }) => sum + count, 0),
    again: watched.reduce((sum, one) => sum + (one.has_event ? one.count : 0), 0),
    confidence: CONFIDENCE,
    curve: points.filter(({ days }) => days <= MOST_DAYS),
    within: TOLD_DAYS.flatMap((days) => pointAt(points, days, watched)),
    median: medianTime(curve),
    ...(counts === undefined || counts.customers === 0 ? {} : ratesOf(counts)),
  };
}

type Watched = { readonly time: number; readonly has_event: boolean; readonly count: number };
type Repeated = Readonly<Record<'customers' | 'repeaters' | 'orders' | 'again', number>>;

/** Nothing where nobody was watched for so long. */
function pointAt(points: readonly Point[], days: number, watched: readonly Watched[]): Point[] {
  const still = watched.reduce((sum, { time, count }) => sum + (time >= days ? count : 0), 0);
  const point = points.findLast((one) => one.days <= days);
  return point === undefined || still === 0 ? [] : [{ ...point, days, watched: still }];
}

function ratesOf({ customers, repeaters, orders, again }: Repeated) {
  return {
    repeatRate: wilsonInterval(repeaters, customers, CONFIDENCE),
    returningShare: wilsonInterval(again, orders, CONFIDENCE),
  };
}
