import { type CurrencyCode, divideRounded } from '../../../kernel/index.ts';
import type { ReportRow } from '../reports/answer.ts';
import { quoted, within } from '../reports/asked.ts';
import type { Measure, Report, ReportParameters, Value } from '../reports/report.ts';
import { boughtIn, type Cell, daysSince, type Range } from './scores.ts';

const BOUGHT =
  'Orders first sold in the span, in the shop’s zone, with all that came back of them until now.';

/** What is told of some customers among all. */
export const RFM_MEASURES: readonly Omit<Measure, 'of'>[] = [
  {
    ...{ id: 'customers', kind: 'count', timeRule: BOUGHT },
    about: 'Customers who bought in the span: accounts, and guests by their e-mail address.',
  },
  { id: 'customers_share', kind: 'share', timeRule: BOUGHT, about: 'Customers ÷ all customers who bought.' },
  { id: 'orders', kind: 'count', timeRule: BOUGHT, about: 'Their orders.' },
  {
    id: 'net_sales',
    kind: 'money',
    timeRule: BOUGHT,
    about: 'Gross sales − discounts − returns of these orders.',
  },
  {
    id: 'sales_share',
    kind: 'share',
    timeRule: BOUGHT,
    about: 'Net sales ÷ net sales of all of these customers.',
  },
  { id: 'sales_per_customer', kind: 'money', timeRule: BOUGHT, about: 'Net sales ÷ customers.' },
  bound('days_from', 'The fewest days from a customer’s last order to the end of the span.'),
  bound('days_to', 'The most days from a customer’s last order to the end of the span.'),
  bound('orders_from', 'The fewest orders of a customer.'),
  bound('orders_to', 'The most orders of a customer.'),
];

function bound(id: string, about: string): Omit<Measure, 'of'> {
  return { id, kind: 'count', about, timeRule: BOUGHT };
}

/** Numbers of these cells among all of their currency. */
export function rfmRow(cells: readonly Cell[], all: readonly Cell[], of: ReportRow['of']): ReportRow {
  const currency = cells[0]?.currency;
  const [some, whole] = [sumOf(cells), sumOf(all.filter((cell) => cell.currency === currency))];
  const values: Record<string, Value> = {
    ...{ customers: BigInt(some.customers), customers_share: some.customers / whole.customers },
    ...{ orders: BigInt(some.orders), net_sales: some.netMinor },
    sales_share: whole.netMinor > 0n ? Number(some.netMinor) / Number(whole.netMinor) : null,
    sales_per_customer: divideRounded(some.netMinor, BigInt(some.customers)),
    ...boundsOf(
      'days',
      cells.map(({ days }) => days),
    ),
    ...boundsOf(
      'orders',
      cells.map(({ purchases }) => purchases),
    ),
  };
  return { of, values, ...(currency === undefined ? {} : { currency }) };
}

function sumOf(cells: readonly Cell[]) {
  return {
    customers: cells.reduce((sum, { customers }) => sum + customers, 0),
    orders: cells.reduce((sum, { orders }) => sum + orders, 0),
    netMinor: cells.reduce((sum, { netMinor }) => sum + netMinor, 0n),
  };
}

function boundsOf(name: string, ranges: readonly Range[]): Record<string, Value> {
  return {
    [`${name}_from`]: BigInt(Math.min(...ranges.map(({ from }) => from))),
    [`${name}_to`]: BigInt(Math.max(...ranges.map(({ to }) => to))),
  };
}

/** All customers, one row a currency. */
export function rfmTotals(cells: readonly Cell[]): ReportRow[] {
  const currencies = new Set<CurrencyCode>(cells.map(({ currency }) => currency));
  return [...currencies].map((currency) =>
    rfmRow(
      cells.filter((cell) => cell.currency === currency),
      cells,
      {},
    ),
  );
}

/** Orders with the fifths of their customer: what customers did says in which cell they are, so that nobody is named. */
export function rfmOrders(
  cells: readonly Cell[],
  asked: Pick<ReportParameters, 'span' | 'market'>,
): Report['orders'] {
  const customer = `
    select customer_key, currency, ${daysSince(asked)} as days, count(*) as purchases
    from orders where customer_key is not null and ${boughtIn(asked)} group by all`;
  const told = (value: (cell: Cell) => string) =>
    `case ${cells.map((cell) => `when ${isIn(cell)} then ${quoted(value(cell))}`).join(' ')} end`;
  const columns = {
    segment: told(({ segment }) => segment),
    recency: told(({ recency }) => String(recency)),
    frequency: told(({ frequency }) => String(frequency)),
  };
  const named = Object.entries(columns).map(([name, column]) => `${column} as ${name}`);
  return {
    from: `(select orders.*, ${cells.length === 0 ? EMPTY : named.join(', ')}
      from orders join (${customer}) customer
        on customer.customer_key = orders.customer_key and customer.currency = orders.currency
      where true${within('orders', { market: asked.market })})`,
    ...{ day: 'day', columns: { segment: 'segment', recency: 'recency', frequency: 'frequency' } },
  };
}

const EMPTY = "'' as segment, '' as recency, '' as frequency";

function isIn({ currency, days, purchases }: Cell): string {
  return `customer.currency = ${quoted(currency)} and days between ${days.from} and ${days.to}
    and purchases between ${purchases.from} and ${purchases.to}`;
}
