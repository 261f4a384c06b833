import type { CurrencyCode, Refusal, Result } from '../../../kernel/index.ts';
import type { Grain, ReportAnswer, Span } from '../../analytics/index.ts';

/** Days that a question is about, told by name so that it is asked anew each time. */
export const SPANS = [
  ...(['today', 'yesterday', 'last_7_days', 'last_28_days', 'last_90_days', 'last_365_days'] as const),
  ...(['this_week', 'last_week', 'this_month', 'last_month', 'this_quarter', 'last_quarter'] as const),
  ...(['this_year', 'last_year'] as const),
] as const;
export type SpanName = (typeof SPANS)[number];

/** What is asked of the warehouse: a query as text, or a standard report. */
export type Question =
  | { readonly kind: 'query'; readonly text: string }
  | {
      readonly kind: 'report';
      readonly report: string;
      readonly span: SpanName;
      readonly compare?: 'previous' | 'last_year';
      readonly grain?: Grain;
      readonly market?: string;
    };

/** A part of what is shown. */
export type ReportBlock = {
  /** '' : what the report is called in the reader's language. */
  readonly title: string;
  readonly question: Question;
  /** Numbers that are shown, by id; the first is drawn. None: those that matter most of what there is. */
  readonly measures: readonly string[];
};

export type AnswerRefusal = Refusal<
  'unknown_report' | 'invalid_query' | 'invalid_span' | 'analytics_away' | 'costs_hidden'
>;

/** What a query is, before anybody asks it. */
export type QueryAbout = {
  readonly measures: readonly string[];
  readonly dimensions: readonly string[];
  /** It tells what goods cost. */
  readonly hasCosts: boolean;
};

/** Whoever answers questions: the warehouse. Days are the shop's; `today` is the day that spans by name are told from. */
export type Answers = {
  readonly about: (question: Question) => Result<QueryAbout, AnswerRefusal>;
  readonly answer: (
    question: Question,
    today: Temporal.PlainDate,
  ) => Promise<Result<ReportAnswer, AnswerRefusal>>;
  /** The one number of a query over time, in one currency; whatever days the query itself names. */
  readonly series: (
    text: string,
    asked: {
      readonly span: Span;
      readonly grain: Grain;
      readonly today: Temporal.PlainDate;
      /** Of money, unless the query says another. */
      readonly currency: CurrencyCode;
    },
  ) => Promise<Result<ReportAnswer, AnswerRefusal>>;
};
