import { printQuery } from '../language/print-query.ts';
import { type Dimension, defineReport, type Measure, type Report } from '../reports/report.ts';
import { TIME } from '../reports/sold.ts';
import { type Filter, MOST } from './ask.ts';
import { DIMENSIONS } from './dimensions.ts';
import { sumsOf } from './measures.ts';
import { ordersOf, type Plan, planned } from './plan.ts';

/** A standard report that is an ask: it has no SQL of its own, so that it says what exploring says. */
export function askReport({
  dimensions = [],
  where = [],
  ...report
}: Pick<Report, 'id' | 'titleKey' | 'about' | 'isOverTime' | 'sortBy' | 'hasCosts'> & {
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
    query: queryOf({ measures: report.measures, by: plan.by, where }),
    ...{ statement: planned(plan), orders: ordersOf(plan) },
  });
}

/** What only names another dimension comes with it. */
function queryOf({
  measures,
  by,
  where,
}: Pick<Plan, 'by' | 'where'> & { readonly measures: readonly Measure[] }): string {
  const named = DIMENSIONS.flatMap(({ id, names = [] }) => (by.includes(id) ? names : []));
  return printQuery({
    // As many as may be asked for at once.
    measures: measures.slice(0, MOST.measures).map(askedAs),
    ...{ by: by.filter((id) => !named.includes(id)), where, having: [] },
  });
}

/** Orders of what they hold have a name of their own beside those that are told as a whole. */
function askedAs(measure: Measure): string {
  return sumsOf(measure).includes('orders_with') ? 'orders_with' : measure.id;
}
