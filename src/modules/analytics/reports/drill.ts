import { type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Analytics } from '../warehouse/open-analytics.ts';
import { findReport } from './list.ts';
import { type Drill, ordersBehind } from './orders-behind.ts';
import { drillWorkedOut } from './worked-out.ts';
import { findWorkedOut } from './worked-out-list.ts';

/** The orders behind a row of a standard report, by their ids. */
export async function drillReport(
  analytics: Pick<Analytics, 'rows' | 'zone' | 'asOf'>,
  id: string,
  drill: Drill,
): Promise<Result<readonly string[], Refusal<'unknown_report' | 'unknown_dimension'>>> {
  const workedOut = findWorkedOut(id);
  if (workedOut !== undefined) return drillWorkedOut(analytics, workedOut, drill);
  const report = findReport(id);
  if (report === undefined) return refuse('unknown_report', `there is no report "${id}"`, 'report');
  return ordersBehind(analytics, report, drill);
}

export type { Drill };
