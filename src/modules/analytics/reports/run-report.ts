import {
  type CurrencyCode,
  currencyOf,
  ok,
  type Refusal,
  type Result,
  refuse,
} from '../../../kernel/index.ts';
import type { Cell, Row } from '../../../platform/warehouse/index.ts';
import type { Analytics } from '../warehouse/open-analytics.ts';
import type { ReportAnswer, ReportRow } from './answer.ts';
import { askedOf } from './asked.ts';
import { findReport } from './list.ts';
import { bucketsOf, comparedSpan, daysOf } from './period.ts';
import type { Measure, Report, ReportParameters, Span, Sums, Value } from './report.ts';

type Source = Pick<Analytics, 'rows' | 'zone' | 'asOf'>;
export type RunRefusal = Refusal<'unknown_report' | 'invalid_span'>;

const MOST_DAYS = 3_700;
const MOST_HOURLY_DAYS = 31;
const MOST_COMPARED = 100_000;

/** What a report says of a span, at most `limit` rows of it, with its totals and what it is compared with. */
export async function runReport(
  analytics: Source,
  id: string,
  parameters: ReportParameters,
): Promise<Result<ReportAnswer, RunRefusal>> {
  const report = findReport(id);
  if (report === undefined) return refuse('unknown_report', `there is no report "${id}"`, 'report');
  const refused = refuseSpan(report, parameters);
  if (refused !== undefined) return refused;
  const { span, compare } = parameters;
  const before = compare === undefined ? undefined : comparedSpan(span, compare);
  const [asOf, now, then] = await Promise.all([
    analytics.asOf(),
    read(analytics, report, parameters, { span, limit: limitOf(report, parameters) }),
    before && read(analytics, report, parameters, { span: before, limit: MOST_COMPARED }),
  ]);
  const { id: name, titleKey, about, dimensions, measures } = report;
  return ok({
    ...{ report: { id: name, titleKey, about }, span, zone: analytics.zone, dimensions },
    measures: measures.map(({ of: _, ...measure }) => measure),
    ...(asOf === undefined ? {} : { asOf }),
    ...(before === undefined ? {} : { comparedWith: before }),
    rows: answerRows(report, now.rows, then?.rows),
    totals: answerRows({ ...report, isOverTime: undefined }, now.totals, then?.totals),
    isCut: now.isCut,
  });
}

function refuseSpan(report: Report, { span, grain }: ReportParameters) {
  const days = daysOf(span);
  if (days < 1) return refuse('invalid_span', 'the span ends before it begins', 'to');
  const most = report.isOverTime && grain === 'hour' ? MOST_HOURLY_DAYS : MOST_DAYS;
  if (days <= most) return undefined;
  return refuse(
    'invalid_span',
    `a span has at most ${most} days${most < MOST_DAYS ? ' by the hour' : ''}`,
    'from',
  );
}

function limitOf(report: Report, { limit = 100 }: ReportParameters): number {
  // Over time no row may be missing: there are as many as the span has buckets.
  return report.isOverTime ? MOST_COMPARED : Math.min(Math.max(limit, 1), 1_000);
}

type SumRow = { readonly of: Record<string, string>; readonly currency?: CurrencyCode; readonly sums: Sums };
type Sheet = {
  readonly rows: readonly SumRow[];
  readonly totals: readonly SumRow[];
  readonly isCut: boolean;
};

async function read(
  { rows, zone }: Source,
  report: Report,
  parameters: ReportParameters,
  { span, limit }: { readonly span: Span; readonly limit: number },
): Promise<Sheet> {
  const statement = report.statement(askedOf(report, parameters, { span, isTotal: false }));
  const names = report.dimensions.map(({ id }) => id);
  const sortBy = report.sortBy === undefined ? [] : [`${report.sortBy} desc`];
  const order = [...sortBy, ...names, ...(report.hasCurrency ? ['currency'] : [])];
  const sorted = `select * from (${statement}) order by ${order.join(', ')} limit ${limit + 1}`;
  const total = report.statement(askedOf(report, parameters, { span, isTotal: true }));
  const [found, totals] = await Promise.all([rows(sorted), rows(`select * from (${total}) order by all`)]);
  const read = found.slice(0, limit).map((row) => sumRowOf(names, row));
  const summed = totals.map((row) => sumRowOf([], row));
  const all = report.isOverTime
    ? fillGaps(read, summed, bucketsOf(span, parameters.grain ?? 'day', zone))
    : read;
  return { rows: all, totals: summed, isCut: found.length > limit };
}

/** A row for every bucket, in each currency that anything is in. */
function fillGaps(rows: readonly SumRow[], totals: readonly SumRow[], buckets: readonly string[]): SumRow[] {
  const byKey = new Map(rows.map((row) => [`${row.of['time']} ${row.currency ?? ''}`, row]));
  return totals.flatMap(({ currency, sums }) =>
    buckets.map((time) => byKey.get(`${time} ${currency ?? ''}`) ?? emptyRow({ time }, currency, sums)),
  );
}

function emptyRow(of: Record<string, string>, currency: CurrencyCode | undefined, like: Sums): SumRow {
  const sums = Object.fromEntries(Object.keys(like).map((name) => [name, 0n]));
  return { of, sums, ...(currency === undefined ? {} : { currency }) };
}

function sumRowOf(dimensions: readonly string[], row: Row): SumRow {
  const { currency, ...cells } = row;
  const of = Object.fromEntries(dimensions.map((name) => [name, String(row[name] ?? '')]));
  const sums = Object.entries(cells).filter(([name]) => !dimensions.includes(name));
  return {
    of,
    sums: Object.fromEntries(sums.map(([name, cell]) => [name, wholeOf(name, cell)])),
    ...(typeof currency === 'string' && currency !== '' ? { currency: currencyOf(currency) } : {}),
  };
}

function wholeOf(name: string, cell: Cell): bigint {
  if (cell === null) return 0n;
  if (typeof cell === 'bigint') return cell;
  if (typeof cell === 'number' && Number.isSafeInteger(cell)) return BigInt(cell);
  throw new TypeError(`${name} is no whole number`);
}

function answerRows(
  report: Pick<Report, 'measures'> & { readonly isOverTime?: true | undefined },
  now: readonly SumRow[],
  then: readonly SumRow[] | undefined,
): ReportRow[] {
  const before = then && (report.isOverTime ? byPlace(then) : byKey(then));
  const place = report.isOverTime ? byPlace(now) : byKey(now);
  return [...place].map(([key, { of, currency, sums }]) => ({
    ...{ of, values: valuesOf(report.measures, sums) },
    ...(currency === undefined ? {} : { currency }),
    ...(before === undefined
      ? {}
      : { before: valuesOf(report.measures, (before.get(key) ?? emptyRow({}, currency, sums)).sums) }),
  }));
}

function byKey(rows: readonly SumRow[]): Map<string, SumRow> {
  return new Map(rows.map((row) => [JSON.stringify([row.currency, ...Object.values(row.of)]), row]));
}

/** The first bucket stands against the first, whatever days they are. */
function byPlace(rows: readonly SumRow[]): Map<string, SumRow> {
  const seen = new Map<string | undefined, number>();
  return new Map(
    rows.map((row) => {
      const place = seen.get(row.currency) ?? 0;
      seen.set(row.currency, place + 1);
      return [`${row.currency} ${place}`, row];
    }),
  );
}

function valuesOf(measures: readonly Measure[], sums: Sums): Record<string, Value> {
  return Object.fromEntries(
    measures.map((measure) => {
      const value = measure.of(sums);
      if (value === undefined) throw new RangeError(`${measure.id} has not the sums that it takes`);
      return [measure.id, value];
    }),
  );
}
