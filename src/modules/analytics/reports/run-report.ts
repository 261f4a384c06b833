import { type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { ReportAnswer } from './answer.ts';
import { answerReport, type Source } from './answer-report.ts';
import { findReport } from './list.ts';
import type { ReportParameters } from './report.ts';

export type RunRefusal = Refusal<'unknown_report' | 'invalid_span'>;

/** What a standard report says of a span, at most `limit` rows of it (100 unless said, 1,000 at most). */
export async function runReport(
  analytics: Source,
  id: string,
  parameters: ReportParameters,
): Promise<Result<ReportAnswer, RunRefusal>> {
  const report = findReport(id);
  if (report === undefined) return refuse('unknown_report', `there is no report "${id}"`, 'report');
  const { limit = 100 } = parameters;
  return answerReport(analytics, report, { ...parameters, limit: Math.min(Math.max(limit, 1), 1_000) });
}
