import type { Refusal, Result } from '../../../kernel/index.ts';
import type { ReportAnswer } from '../reports/answer.ts';
import { answerReport, type Source } from '../reports/answer-report.ts';
import { type Drill, ordersBehind } from '../reports/orders-behind.ts';
import type { Analytics } from '../warehouse/open-analytics.ts';
import { type Ask, MOST_GROUPS } from './ask.ts';
import type { AskRefusal } from './refusals.ts';
import { reportOfAsk } from './report-of-ask.ts';

export type RunAskRefusal = AskRefusal | Refusal<'invalid_span'>;

/**
 * The numbers that are asked for. Rows of additive measures sum up to the totals, which are of everything that the filters
 * let through, whatever of it is shown.
 *
 * @example
 * await runAsk(analytics, { measures: ['net_sales', 'orders'], by: ['channel'], span, where: [], compare: 'last_year' });
 */
export async function runAsk(analytics: Source, ask: Ask): Promise<Result<ReportAnswer, RunAskRefusal>> {
  const report = reportOfAsk(ask);
  if (!report.ok) return report;
  const { span, compare, grain, limit = grain === undefined ? 100 : 10 } = ask;
  return answerReport(analytics, report.value, {
    ...{ span, limit: Math.min(Math.max(Math.trunc(limit), 1), MOST_GROUPS) },
    ...(compare === undefined ? {} : { compare }),
    ...(grain === undefined ? {} : { grain }),
  });
}

/** Which orders are asked for: those behind a row of the answer, page by page. */
export type AskDrill = Pick<Drill, 'row' | 'after' | 'limit'>;

/** The orders behind a row of the answer, by their ids. */
export async function drillAsk(
  analytics: Pick<Analytics, 'rows'>,
  ask: Ask,
  drill: AskDrill,
): Promise<Result<readonly string[], AskRefusal>> {
  const report = reportOfAsk(ask);
  if (!report.ok) return report;
  const { span, grain } = ask;
  return ordersBehind(analytics, report.value, { ...drill, span, ...(grain === undefined ? {} : { grain }) });
}
