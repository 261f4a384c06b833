import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Interval } from '../../../statistics/index.ts';
import type { FunnelChoice, PathChoice } from './funnel-choice.ts';

/** What a report is asked for. */
export type ReportParameters = {
  /** Days of the shop's zone, both included. */
  readonly span: Span;
  /** `previous`: as many days right before. `last_year`: the same days of the year before. */
  readonly compare?: 'previous' | 'last_year';
  readonly market?: string;
  readonly currency?: CurrencyCode;
  /** Of sales and orders those of one origin alone: '' is this shop itself. */
  readonly origin?: string;
  /** Of reports over time; a day unless said. */
  readonly grain?: Grain;
  /** Rows at most; 100 unless said, 1,000 at most. Totals are of all rows. */
  readonly limit?: number;
  /** Of the funnel; the shop's own steps unless said. */
  readonly funnel?: FunnelChoice;
  readonly path?: PathChoice;
};

export type Span = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };
export type Grain = 'hour' | 'day' | 'week' | 'month';

/** Sums that a statement gives, by their names; whole numbers. */
export type Sums = Readonly<Record<string, bigint>>;

/** Money in minor units of the row's currency, a count, or a share of one; `null` where there is nothing to divide by. */
export type Value = bigint | number | null;

/** A number of a report: what it is, of which time it speaks, and how it follows from sums. */
export type Measure = {
  readonly id: string;
  readonly kind: 'money' | 'count' | 'share' | 'number';
  /** Its definition, for whoever has to believe it. */
  readonly about: string;
  readonly timeRule: string;
  /** `undefined` where the report has not what it takes: a mistake in the report. */
  readonly of: (sums: Sums) => Value | undefined;
  /** Of an estimate: where it lies 95 times of 100; nothing where there is nothing to estimate it from. */
  readonly bounds?: (sums: Sums) => Interval | undefined;
};

/** What a report tells apart. Its values are text; of `day` and `hour` a date or a date with a time. */
export type Dimension = { readonly id: string; readonly about: string };

/** The parts of a statement that follow from what is asked. */
export type Asked = {
  /** The dimensions to select, each `EXPRESSION as NAME, `; nothing where totals are asked for. */
  readonly by: (columns: Readonly<Record<string, string>>) => string;
  /** Those dimensions; none where totals are asked for. */
  readonly told: readonly string[];
  readonly isTotal: boolean;
  /** Rows over time are by the hour. */
  readonly hasHours: boolean;
  /** Days of the span. */
  readonly during: (day: string) => string;
  readonly span: Span;
  /** ` and …` for the market and the currency of `table`, if they were given. */
  readonly within: (table: string) => string;
  /** ` and …` for the origin in a column, if one was given. */
  readonly ofOrigin: (column: string) => string;
  /** The same of the market alone, for what has no currency. */
  readonly ofMarket: (table: string) => string;
  /** The beginning of the hour, day, week or month of a row that has these. */
  readonly bucket: (day: string, hour: string) => string;
  readonly funnel: FunnelChoice | undefined;
  readonly path: PathChoice | undefined;
};

/**
 * A report: one readable statement, and what its numbers mean. Money is never summed over currencies: where there is any,
 * every row has one.
 */
export type Report = {
  readonly id: string;
  /** Of its title in the cockpit's languages. */
  readonly titleKey: string;
  readonly about: string;
  readonly dimensions: readonly Dimension[];
  readonly measures: readonly Measure[];
  readonly hasCurrency: boolean;
  /** It tells what goods cost the shop: not for everybody who reads reports. */
  readonly hasCosts?: true;
  /** Rows are hours, days, weeks or months, and none is left out. */
  readonly isOverTime?: true;
  /** SQL of sums that rows are sorted by, the largest first; over time what groups of rows are, and in them by time. */
  readonly sortBy?: string;
  readonly isSmallestFirst?: true;
  /** SQL of sums: what does not fulfil it is not shown. Totals are of all all the same. */
  readonly having?: string;
  /** Selects `by`, `currency` if it has one, and whole-number sums, grouped by all of the former. */
  readonly statement: (asked: Asked) => string;
  /** The same as a query without days, for whoever wants to ask on. */
  readonly query?: string;
  /** Where the orders behind a row are, and which of that table's values the row's are. */
  readonly orders: {
    readonly from: string;
    readonly day: string;
    readonly where?: string;
    /** Of each dimension; for time `undefined`: it follows from `day` and `hour`. */
    readonly columns: Readonly<Record<string, string>>;
  };
};

/** Whether rows lead to orders: what is told of pages and measurements does not. */
export function leadsToOrders({ orders }: Pick<Report, 'orders'>): boolean {
  return orders.where !== 'false';
}

/** @throws RangeError when two parts of it have one name, or money has no currency */
export function defineReport(report: Report): Report {
  const names = [...report.dimensions, ...report.measures].map(({ id }) => id);
  if (new Set(names).size < names.length) throw new RangeError(`${report.id} names two things alike`);
  const isMoney = report.measures.some(({ kind }) => kind === 'money');
  if (isMoney && !report.hasCurrency) throw new RangeError(`${report.id} sums money over currencies`);
  return report;
}
