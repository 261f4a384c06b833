import type { CurrencyCode, Refusal } from '../../../kernel/index.ts';
import type { Bound, Filter } from '../explore/ask.ts';
import type { Grain } from '../reports/report.ts';
import type { CHARTS, SPAN_NAMES } from './words.ts';

/** A question as it is written: what `Ask` is once it is known which day it is. */
export type Query = {
  readonly measures: readonly string[];
  readonly by: readonly string[];
  readonly where: readonly Filter[];
  readonly having: readonly Bound[];
  readonly span: QuerySpan;
  readonly grain?: Grain;
  readonly compare?: 'previous' | 'last_year';
  readonly market?: string;
  readonly currency?: CurrencyCode;
  readonly sort?: { readonly by: string; readonly descending: boolean };
  /** Groups at most. */
  readonly limit?: number;
  /** How it is drawn; else what fits. */
  readonly chart?: Chart;
};

/** Days that are written down, or a name that means other days tomorrow. */
export type QuerySpan = SpanName | { readonly from: string; readonly to: string };
export type SpanName = (typeof SPAN_NAMES)[number];
export type Chart = (typeof CHARTS)[number];

/** Why a text is no query, and where. */
export type QueryProblem = Refusal<QueryProblemCode> & {
  /** Where the wrong piece begins in the text, and how long it is. */
  readonly at: number;
  readonly length: number;
  /** What is written there. */
  readonly found: string;
  /** What could stand there instead. */
  readonly expected: readonly string[];
  /** What was probably meant. */
  readonly suggestion?: string;
};

export type QueryProblemCode =
  | 'unexpected'
  | 'unknown_measure'
  | 'unknown_dimension'
  | 'unclosed_text'
  | 'said_twice'
  | 'too_many'
  | 'not_together'
  | 'wrong_source'
  | 'invalid_span'
  | 'invalid_number'
  | 'too_long';
