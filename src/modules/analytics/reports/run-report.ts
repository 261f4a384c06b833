import { type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { ReportAnswer } from './answer.ts';
import { answerReport, type Source } from './answer-report.ts';
import { findReport } from './list.ts';
import type { ReportParameters } from './report.ts';
import { answerWorkedOut } from './worked-out.ts';
import { findWorkedOut } from './worked-out-list.ts';

export type RunRefusal = Refusal<'unknown_report' | 'invalid_span'>;

/** What a standard report says of a span, at most `limit` rows of it (100 unless said, 1,000 at most). */
export async function runReport(
  analytics: Source,
  id: string,
  parameters: ReportParameters,
): Promise<Result<ReportAnswer, RunRefusal>> {
  const { limit = 100 } = parameters;
  const asked = { ...parameters, limit: Math.min(Math.max(limit, 1), 1_000) };
  const workedOut = findWorkedOut(id);
  if (workedOut !== undefined) return answerWorkedOut(analytics, workedOut, asked);
  const report = findReport(id);
  if (report === undefined) return refuse('unknown_report', `there is no report "${id}"`, 'report');
  return answerReport(analytics, report, asked);
}
