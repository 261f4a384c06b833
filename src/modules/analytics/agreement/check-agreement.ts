import { type CurrencyCode, currencyOf, expectOk } from '../../../kernel/index.ts';
import { runReport } from '../reports/run-report.ts';
import type { Analytics } from '../warehouse/open-analytics.ts';
import { AGREED_MEASURES, type AgreedMeasure, type AgreementRow, ledgerFigures } from './agreement.ts';

/** An entry of the ledger, as its own journal has it: not by the way on which the warehouse is fed. */
export type PostedEntry = {
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

type Days = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };

/**
 * For every day, market and currency: what the report shows, what the sales journal sums to, and what the ledger says.
 * The three go different ways: the report through its own statement, the journal row by row, the ledger from
 * PostgreSQL.
 */
export async function checkAgreement(
  analytics: Analytics,
  readLedger: ReadLedger,
  days: Days,
): Promise<AgreementRow[]> {
  const figures = new Figures();
  await addJournal(figures, analytics, days);
  await addReports(figures, analytics, days);
  await addLedger(figures, analytics, readLedger, days);
  return figures.rows();
}

type Kept = 'reportMinor' | 'journalMinor' | 'ledgerMinor';
type Place = Pick<AgreementRow, 'day' | 'market' | 'currency'>;

/** Sums by day, market, currency and measure. */
class Figures {
  readonly #rows = new Map<string, AgreementRow>();

  add(place: Place, kept: Kept, amounts: Readonly<Partial<Record<AgreedMeasure, bigint>>>): void {
    for (const measure of AGREED_MEASURES) {
      const key = [place.day, place.market, place.currency, AGREED_MEASURES.indexOf(measure)].join(' ');
      const row = this.#rows.get(key) ?? { ...place, measure, ...NOTHING };
      this.#rows.set(key, { ...row, [kept]: row[kept] + (amounts[measure] ?? 0n) });
    }
  }

  markets(): Set<string> {
    return new Set([...this.#rows.values()].map(({ market }) => market));
  }

  rows(): AgreementRow[] {
    return [...this.#rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  }
}

const NOTHING = { reportMinor: 0n, journalMinor: 0n, ledgerMinor: 0n };

async function addJournal(figures: Figures, { rows }: Analytics, { from, to }: Days): Promise<void> {
  const found = await rows<{
    day: Temporal.PlainDate;
    market: string;
    currency: string;
    gross: bigint;
    returns: bigint;
    tax: bigint;
    total: bigint;
  }>(
    `select day, market, currency, sum(gross_minor) as gross, sum(returns_minor) as returns, sum(tax_minor) as tax,
       sum(gross_minor - discount_minor - shipping_discount_minor - returns_minor + shipping_minor + tax_minor) as total
     from sale where origin = '' and day between $1 and $2 group by day, market, currency`,
    [from, to],
  );
  for (const { day, market, currency, gross, returns, tax, total } of found) {
    const place = { day, market, currency: currencyOf(currency) };
    figures.add(place, 'journalMinor', { gross_sales: gross, returns, tax, total_sales: total });
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
  figures: Figures,
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
      if (Object.keys(amounts).length > 0) figures.add({ day, market, currency }, 'ledgerMinor', amounts);
    }
  }
}

function wholeOf(value: bigint | number | null | undefined): bigint {
  if (typeof value === 'bigint') return value;
  throw new TypeError('an agreed figure is a sum');
}
