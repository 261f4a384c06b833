import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Dimension, Measure, Report, ReportParameters, Span, Value } from './report.ts';

/** A row: what it is of, and its numbers by the ids of measures. */
export type ReportRow = {
  /** Values of the dimensions; '' where it is not known. Of totals none. */
  readonly of: Readonly<Record<string, string>>;
  readonly currency?: CurrencyCode;
  readonly values: Readonly<Record<string, Value>>;
  /** The same of the span that it is compared with: of the same place in it, over time; else of the same thing. */
  readonly before?: Readonly<Record<string, Value>>;
  /** Of those numbers that are estimates: between what they lie 95 times of 100. */
  readonly bounds?: Bounds;
  readonly boundsBefore?: Bounds;
};

/** By the ids of measures. */
export type Bounds = Readonly<Record<string, { readonly low: number; readonly high: number }>>;

export type ReportAnswer = {
  readonly report: Pick<Report, 'id' | 'titleKey' | 'about'>;
  readonly span: Span;
  readonly comparedWith?: Span;
  readonly zone: string;
  /** Everything that happened until then is in it; absent: nothing was fed yet. */
  readonly asOf?: Temporal.Instant;
  readonly dimensions: readonly Dimension[];
  readonly measures: readonly Omit<Measure, 'of' | 'bounds'>[];
  readonly rows: readonly ReportRow[];
  /** One a currency, or one; of all rows, also those that were cut off. */
  readonly totals: readonly ReportRow[];
  /** There are more rows. */
  readonly isCut: boolean;
};

export type ReportRefusal = 'unknown_report' | 'invalid_span' | 'unknown_market';

export type { ReportParameters };
