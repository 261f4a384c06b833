import { type CurrencyCode, currencyOf } from '../../../kernel/index.ts';
import { type RfmSegment, rfmScores } from '../../../statistics/index.ts';
import type { Source } from '../reports/answer-report.ts';
import { date, within } from '../reports/asked.ts';
import { kept } from '../reports/kept.ts';
import type { ReportParameters } from '../reports/report.ts';
import { IS_SALE } from '../reports/sold.ts';

/** Customers of one currency with the same fifths of recency and frequency, 5 the best. */
export type Cell = {
  readonly currency: CurrencyCode;
  readonly recency: number;
  readonly frequency: number;
  readonly segment: RfmSegment;
  readonly customers: number;
  readonly orders: number;
  readonly netMinor: bigint;
  /** Of all of them: days from the last order to the end of the span, and orders in it. */
  readonly days: Range;
  readonly purchases: Range;
};
export type Range = { readonly from: number; readonly to: number };

/** Which orders are looked at. */
export type Bought = Pick<ReportParameters, 'span'> &
  Readonly<Partial<Record<'market' | 'currency' | 'origin', string | undefined>>>;

/** The cells in which there is anybody, by what customers bought in the span, the best first. */
export function scoredCells(
  analytics: Source,
  { span, market, currency, origin }: Bought,
): Promise<readonly Cell[]> {
  return scored(analytics, { span, market, currency, origin });
}

const scored = kept(async (analytics: Source, asked: Bought): Promise<readonly Cell[]> => {
  const customers = await analytics.rows<Facts>(`
    with worth as (${orderWorth(asked)})
    select orders.currency, cast(count(*) as integer) as purchases, ${daysSince(asked)} as days,
      cast(sum(net_minor) as bigint) as net_minor
    from orders join worth using (order_id)
    where customer_key is not null and ${boughtIn(asked)} group by customer_key, orders.currency`);
  return [...Map.groupBy(customers, ({ currency }) => currency)]
    .sort(([, some], [, others]) => others.length - some.length)
    .flatMap(([currency, those]) => cellsOf(currencyOf(currency), those));
});

/** SQL: what each order is worth by now: goods, less discounts and what came back. */
export function orderWorth({ market, currency, origin }: Omit<Bought, 'span'>): string {
  return `select order_id, sum(gross_minor - discount_minor - returns_minor) as net_minor
    from sale_hour sale where ${IS_SALE}${within('sale', { market, currency, origin })} group by order_id`;
}

/** SQL: whether a row of `orders` was sold in the span. */
export function boughtIn({ span, market, currency, origin }: Bought): string {
  return `orders.day between ${date(span.from)} and ${date(span.to)}${within('orders', { market, currency, origin })}`;
}

export function daysSince({ span }: Pick<Bought, 'span'>): string {
  return `cast(date_diff('day', max(orders.day), ${date(span.to)}) as integer)`;
}

type Facts = {
  readonly currency: string;
  readonly purchases: number;
  readonly days: number;
  readonly net_minor: bigint;
};

function cellsOf(currency: CurrencyCode, customers: readonly Facts[]): Cell[] {
  const scores = rfmScores(
    customers.map(({ days, purchases, net_minor: spend }) => ({
      ...{ daysSinceLast: days, purchases, spend: Number(spend) },
    })),
  );
  const cells = new Map<string, Cell>();
  for (const [at, { recency, frequency, segment }] of scores.entries()) {
    const facts = customers[at];
    if (facts === undefined) throw new RangeError('a score of nobody');
    const key = `${9 - recency} ${9 - frequency}`;
    const empty = { currency, recency, frequency, segment, customers: 0, orders: 0, netMinor: 0n };
    cells.set(key, withOne(cells.get(key) ?? { ...empty, days: NONE, purchases: NONE }, facts));
  }
  return [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
}

const NONE: Range = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };

function withOne(cell: Cell, { days, purchases, net_minor: netMinor }: Facts): Cell {
  return {
    ...cell,
    ...{ customers: cell.customers + 1, orders: cell.orders + purchases, netMinor: cell.netMinor + netMinor },
    ...{ days: widened(cell.days, days), purchases: widened(cell.purchases, purchases) },
  };
}

function widened({ from, to }: Range, value: number): Range {
  return { from: Math.min(from, value), to: Math.max(to, value) };
}
