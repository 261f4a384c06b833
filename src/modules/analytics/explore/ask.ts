import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Grain, Span } from '../reports/report.ts';

/** A question for numbers: everything that shows any asks in this way. */
export type Ask = {
  /** Ids out of MEASURES, 1 to 12. */
  readonly measures: readonly string[];
  /** Ids out of DIMENSIONS, 3 at most; never `time`. */
  readonly by: readonly string[];
  readonly span: Span;
  /** Rows also by time, which is the first dimension then, without gaps in any group that is shown. */
  readonly grain?: Grain;
  readonly compare?: 'previous' | 'last_year';
  readonly market?: string;
  readonly currency?: CurrencyCode;
  /** All of them hold, 10 at most. */
  readonly where: readonly Filter[];
  /** All of them hold for what is shown; totals are of everything all the same. 5 at most. */
  readonly having?: readonly Bound[];
  /** A measure or a dimension that is told; else the first measure, the largest first. */
  readonly sort?: { readonly by: string; readonly descending: boolean };
  /** Groups at most (over time a group has many rows): 100 unless said, 10 over time; MOST_GROUPS at most. */
  readonly limit?: number;
};

export type Filter = {
  readonly dimension: string;
  readonly is: 'one_of' | 'none_of' | 'contains';
  /** Texts of the dimension as rows have them, 200 at most; '' is what is not known. Any of them does. */
  readonly values: readonly string[];
};

export type Bound = {
  readonly measure: string;
  readonly is: 'above' | 'at_least' | 'below' | 'at_most';
  /** A decimal: of money in units of the row's currency, of a share 0.25 for a quarter. */
  readonly value: string;
};

/** Of files: nobody reads more rows than these on a screen. */
export const MOST_GROUPS = 100_000;

/** How many of each there may be in an ask; `length`: of a text that is compared with. */
export const MOST = { measures: 12, by: 3, where: 10, having: 5, values: 200, length: 1_000 } as const;
