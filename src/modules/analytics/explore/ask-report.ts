import { type Dimension, defineReport, type Measure, type Report } from '../reports/report.ts';
import { TIME } from '../reports/sold.ts';
import type { Filter } from './ask.ts';
import { sumsOf } from './measures.ts';
import { ordersOf, type Plan, planned } from './plan.ts';

/** A standard report that is an ask: it has no SQL of its own, so that it says what exploring says. */
export function askReport({
  dimensions = [],
  where = [],
  ...report
}: Pick<Report, 'id' | 'titleKey' | 'about' | 'isOverTime' | 'sortBy'> & {
  /** With their definitions; not `time`. */
  readonly dimensions?: readonly Dimension[];
  readonly measures: readonly Measure[];
  readonly where?: readonly Filter[];
}): Report {
  const plan: Plan = {
    sums: [...new Set(report.measures.flatMap(sumsOf))],
    by: dimensions.map(({ id }) => id),
    where,
    hasCurrency: report.measures.some(({ kind }) => kind === 'money'),
  };
  return defineReport({
    ...report,
    hasCurrency: plan.hasCurrency,
    dimensions: report.isOverTime ? [TIME, ...dimensions] : dimensions,
    ...{ statement: planned(plan), orders: ordersOf(plan) },
  });
}
