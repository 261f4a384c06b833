import { ok, type Refusal, type Result } from '../../../kernel/index.ts';
import type { ReportAnswer, ReportRow } from './answer.ts';
import { refuseSpan, type Source } from './answer-report.ts';
import { type Drill, ordersBehind } from './orders-behind.ts';
import type { Measure, Report, ReportParameters, Span } from './report.ts';

/**
 * A report whose rows take more than a statement: mathematics over what statements give. It is asked for, drilled into and
 * saved like any other.
 */
export type WorkedOut = Pick<Report, 'id' | 'titleKey' | 'about' | 'dimensions' | 'hasCurrency'> & {
  readonly hasCosts?: true;
  readonly measures: readonly Omit<Measure, 'of'>[];
  readonly workOut: (analytics: Source, parameters: ReportParameters) => Promise<Outcome>;
  /** Where the orders behind a row are, as reports say it. */
  readonly ordersOf: (
    analytics: Source,
    asked: Pick<ReportParameters, 'span' | 'market'>,
  ) => Promise<Report['orders']>;
};

export type Outcome = {
  /** All of them, the first first. */
  readonly rows: readonly ReportRow[];
  readonly totals: readonly ReportRow[];
  readonly comparedWith?: Span;
};

export async function answerWorkedOut(
  analytics: Source,
  report: WorkedOut,
  { limit, ...parameters }: ReportParameters & { readonly limit: number },
): Promise<Result<ReportAnswer, Refusal<'invalid_span'>>> {
  const refused = refuseSpan({}, parameters);
  if (refused !== undefined) return refused;
  const asOf = await analytics.asOf();
  const { rows, totals, comparedWith } = await report.workOut(analytics, parameters);
  const { id, titleKey, about, dimensions, measures } = report;
  return ok({
    ...{ report: { id, titleKey, about }, span: parameters.span, zone: analytics.zone, dimensions, measures },
    ...(asOf === undefined ? {} : { asOf }),
    ...(comparedWith === undefined ? {} : { comparedWith }),
    ...{ rows: rows.slice(0, limit), totals, isCut: rows.length > limit },
  });
}

export async function drillWorkedOut(
  analytics: Source,
  report: WorkedOut,
  drill: Drill,
): ReturnType<typeof ordersBehind> {
  const orders = await report.ordersOf(analytics, drill);
  return ordersBehind(analytics, { dimensions: report.dimensions, orders }, drill);
}
