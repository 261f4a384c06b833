import { type CurrencyCode, ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Interval } from '../../../statistics/index.ts';
import type { Analytics } from '../warehouse/open-analytics.ts';
import type { ReportAnswer, ReportRow } from './answer.ts';
import { bucketsOf, comparedSpan, daysOf } from './period.ts';
import type { Measure, Report, ReportParameters, Span, Sums, Value } from './report.ts';
import { readSheets, type Sheet, type SumRow } from './sheet.ts';

export type Source = Pick<Analytics, 'rows' | 'zone' | 'asOf'>;

const MOST_DAYS = 3_700;
const MOST_HOURLY_DAYS = 31;

/** What a report says of a span: at most `limit` rows, its totals, and what it is compared with. */
export async function answerReport(
  analytics: Source,
  report: Report,
  parameters: ReportParameters & { readonly limit: number },
): Promise<Result<ReportAnswer, Refusal<'invalid_span'>>> {
  const refused = refuseSpan(report, parameters);
  if (refused !== undefined) return refused;
  const { span, compare, limit } = parameters;
  const before = compare === undefined ? undefined : comparedSpan(span, compare);
  // Asked first: what is fed after it and before the rows are read is more than it promises, never less.
  const asOf = await analytics.asOf();
  const { now, earlier, isCut } = await readSheets(analytics, report, parameters, { span, before, limit });
  const { id, titleKey, about, dimensions, measures } = report;
  const periods = { report, parameters, zone: analytics.zone, before };
  return ok({
    ...{ report: { id, titleKey, about }, span, zone: analytics.zone, dimensions },
    measures: measures.map(definitionOf),
    ...(asOf === undefined ? {} : { asOf }),
    ...(before === undefined ? {} : { comparedWith: before }),
    rows: report.isOverTime
      ? rowsOverTime(now, earlier, periods)
      : rowsOf(report, before, now.rows, earlier.rows),
    totals: rowsOf(report, before, now.totals, earlier.totals),
    isCut,
  });
}

export function refuseSpan(report: Pick<Report, 'isOverTime'>, { span, grain }: ReportParameters) {
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

function definitionOf({ id, kind, about, timeRule }: Measure): ReportAnswer['measures'][number] {
  return { id, kind, about, timeRule };
}

/** Each row with that of the same thing before. */
function rowsOf(
  report: Report,
  before: Span | undefined,
  now: readonly SumRow[],
  earlier: readonly SumRow[],
): ReportRow[] {
  const found = new Map(earlier.map((row) => [keyOf(row.of, row.currency), row.sums]));
  return now.map((row) =>
    answerRow(report, row, before && (found.get(keyOf(row.of, row.currency)) ?? noneOf(row.sums))),
  );
}

type Periods = {
  readonly report: Report;
  readonly parameters: ReportParameters;
  readonly zone: string;
  readonly before: Span | undefined;
};

/**
 * A row for every bucket of every group that has any: of each currency, and of what else is told apart. The first bucket
 * stands against the first of the other span, whatever days they are.
 */
function rowsOverTime(
  now: Sheet,
  earlier: Sheet,
  { report, parameters, zone, before }: Periods,
): ReportRow[] {
  const { span, grain = 'day' } = parameters;
  const buckets = bucketsOf(span, grain, zone);
  const bucketsBefore = before === undefined ? [] : bucketsOf(before, grain, zone);
  const found = new Map(now.rows.map((row) => [keyOf(row.of, row.currency), row.sums]));
  const foundBefore = new Map(earlier.rows.map((row) => [keyOf(row.of, row.currency), row.sums]));
  const none = noneOf(now.totals[0]?.sums ?? {});
  const isGrouped = report.dimensions.length > 1;
  return groupsOf(isGrouped ? now.rows : now.totals).flatMap(({ of, currency }) =>
    buckets.map((time, place) => {
      const row = { of: { time, ...of }, ...(currency === undefined ? {} : { currency }) };
      const sums = found.get(keyOf(row.of, currency)) ?? none;
      const beforeKey = keyOf({ time: bucketsBefore[place] ?? '', ...of }, currency);
      return answerRow(report, { ...row, sums }, before && (foundBefore.get(beforeKey) ?? none));
    }),
  );
}

type Group = Pick<SumRow, 'of' | 'currency'>;

/** What rows are of besides the time, each once, in the order in which they come. */
function groupsOf(rows: readonly SumRow[]): Group[] {
  const groups = rows.map(({ of: { time: _, ...of }, currency }): [string, Group] => [
    keyOf(of, currency),
    { of, ...(currency === undefined ? {} : { currency }) },
  ]);
  return [...new Map(groups).values()];
}

function answerRow(report: Report, { of, currency, sums }: SumRow, before: Sums | undefined): ReportRow {
  return {
    ...{ of, values: valuesOf(report.measures, sums) },
    ...(currency === undefined ? {} : { currency }),
    ...(before === undefined ? {} : { before: valuesOf(report.measures, before) }),
    ...boundsOf('bounds', report.measures, sums),
    ...(before === undefined ? {} : boundsOf('boundsBefore', report.measures, before)),
  };
}

function boundsOf(name: 'bounds' | 'boundsBefore', measures: readonly Measure[], sums: Sums) {
  const found = measures.flatMap(({ id, bounds }): [string, Interval][] => {
    const interval = bounds?.(sums);
    return interval === undefined ? [] : [[id, interval]];
  });
  return found.length === 0 ? {} : { [name]: Object.fromEntries(found) };
}

function keyOf(of: SumRow['of'], currency: CurrencyCode | undefined): string {
  return JSON.stringify([currency, ...Object.entries(of)]);
}

function noneOf(like: Sums): Sums {
  return Object.fromEntries(Object.keys(like).map((name) => [name, 0n]));
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
