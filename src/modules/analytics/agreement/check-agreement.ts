import { type CurrencyCode, currencyOf, expectOk } from '../../../kernel/index.ts';
import { runReport } from '../reports/run-report.ts';
import type { Analytics } from '../warehouse/open-analytics.ts';
import { AGREED_MEASURES, type AgreedMeasure, type AgreementRow, ledgerFigures } from './agreement.ts';
import { Figures, type Place } from './figures.ts';
import { Tally } from './tally.ts';

/** An entry of the ledger, as its own journal has it: not by the way on which the warehouse is fed. */
export type PostedEntry = {
  readonly kind: string;
  readonly postedAt: Temporal.Instant;
  readonly orderId: string | undefined;
  readonly postings: readonly {
    readonly account: string;
    readonly currency: CurrencyCode;
    readonly amountMinor: bigint;
  }[];
};

/** The ledger's entries of a span of time, the end excluded. */
export type ReadLedger = (span: {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}) => AsyncIterable<PostedEntry>;

/** An order of which journal and ledger have a figure otherwise. */
export type OrderApart = Omit<AgreementRow, 'reportMinor'> & { readonly orderId: string };

export type Agreed = {
  readonly rows: readonly AgreementRow[];
  readonly orders: readonly OrderApart[];
};

type Days = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };

/**
 * For every day, market and currency: what the report shows, what the sales journal sums to, and what the ledger says.
 * The three go different ways: the report through its own statement, the journal row by row, the ledger from
 * PostgreSQL. Where journal and ledger differ, it is said of which orders.
 */
export async function checkAgreement(
  analytics: Analytics,
  readLedger: ReadLedger,
  days: Days,
): Promise<Agreed> {
  const figures = new Figures();
  const orders: Orders = new Tally();
  await addJournal(figures, analytics, days);
  await addReports(figures, analytics, days);
  await addLedger({ figures, orders }, analytics, readLedger, days);
  const rows = figures.rows();
  const isApart = rows.some(({ journalMinor, ledgerMinor }) => journalMinor !== ledgerMinor);
  return { rows, orders: isApart ? await ordersApart(orders, analytics, days) : [] };
}

type Orders = Tally<
  Place & { readonly measure: AgreedMeasure; readonly orderId: string },
  'journal' | 'ledger'
>;

async function ordersApart(orders: Orders, { rows }: Analytics, { from, to }: Days): Promise<OrderApart[]> {
  const found = await rows<JournalRow & { readonly id: string }>(
    `select order_id as id, ${JOURNAL} group by order_id, day, market, currency`,
    [from, to],
  );
  for (const { id: orderId, day, market, currency: code, ...amounts } of found) {
    const of = { day, market, currency: currencyOf(code), orderId };
    for (const measure of AGREED_MEASURES) orders.add({ ...of, measure }, 'journal', amounts[measure]);
  }
  return orders.rows().flatMap(({ of, sum }) => {
    const [journalMinor, ledgerMinor] = [sum('journal'), sum('ledger')];
    return journalMinor === ledgerMinor ? [] : [{ ...of, journalMinor, ledgerMinor }];
  });
}

const JOURNAL = `day, market, currency, sum(gross_minor) as gross_sales, sum(returns_minor) as returns,
  sum(tax_minor) as tax, sum(gross_minor - discount_minor - shipping_discount_minor - returns_minor + shipping_minor
    + tax_minor) as total_sales
  from sale where origin = '' and day between $1 and $2`;

type JournalRow = Readonly<Record<AgreedMeasure, bigint>> & {
  readonly day: Temporal.PlainDate;
  readonly market: string;
  readonly currency: string;
};

async function addJournal(figures: Figures, { rows }: Analytics, { from, to }: Days): Promise<void> {
  const found = await rows<JournalRow>(`select ${JOURNAL} group by day, market, currency`, [from, to]);
  for (const { day, market, currency, ...amounts } of found) {
    figures.add({ day, market, currency: currencyOf(currency) }, 'journalMinor', amounts);
  }
}

async function addReports(figures: Figures, analytics: Analytics, span: Days): Promise<void> {
  for (const market of figures.markets()) {
    const answer = expectOk(
      await runReport(analytics, 'sales_over_time', { span, market, origin: '', grain: 'day' }),
    );
    for (const { of, currency, values } of answer.rows) {
      if (currency === undefined) throw new TypeError('a row of sales has a currency');
      const amounts = AGREED_MEASURES.map((measure) => [measure, wholeOf(values[measure])] as const);
      if (amounts.every(([, amount]) => amount === 0n)) continue;
      const place = { day: Temporal.PlainDate.from(of['time'] ?? ''), market, currency };
      figures.add(place, 'reportMinor', Object.fromEntries(amounts));
    }
  }
}

async function addLedger(
  { figures, orders }: { readonly figures: Figures; readonly orders: Orders },
  analytics: Analytics,
  readLedger: ReadLedger,
  { from, to }: Days,
): Promise<void> {
  const begin = from.toZonedDateTime(analytics.zone).toInstant();
  const end = to.add({ days: 1 }).toZonedDateTime(analytics.zone).toInstant();
  const marketOf = new Map(
    (
      await analytics.rows<{ id: string; market: string }>(
        `select order_id as id, market from orders where order_id in (
           select order_id from sale where origin = '' and day between $1 and $2)`,
        [from, to],
      )
    ).map(({ id, market }) => [id, market]),
  );
  for await (const { postedAt, orderId = '', postings } of readLedger({ from: begin, to: end })) {
    const day = postedAt.toZonedDateTimeISO(analytics.zone).toPlainDate();
    const market = marketOf.get(orderId) ?? '';
    for (const { account, currency, amountMinor } of postings) {
      const amounts = ledgerFigures(account, amountMinor);
      if (Object.keys(amounts).length === 0) continue;
      const place = { day, market, currency };
      figures.add(place, 'ledgerMinor', amounts);
      for (const measure of AGREED_MEASURES) {
        orders.add({ ...place, orderId, measure }, 'ledger', amounts[measure] ?? 0n);
      }
    }
  }
}

function wholeOf(value: bigint | number | null | undefined): bigint {
  if (typeof value === 'bigint') return value;
  throw new TypeError('an agreed figure is a sum');
}
