import { ok, type Result } from '../../../kernel/index.ts';
import type { Report } from '../reports/report.ts';
import { TIME } from '../reports/sold.ts';
import type { Ask, Filter } from './ask.ts';
import { keeps } from './conditions.ts';
import { type ExploreDimension, findDimension } from './dimensions.ts';
import { type ExploreMeasure, findMeasure, sumsOf } from './measures.ts';
import { ordersOf, type Plan, planned } from './plan.ts';
import { type AskRefusal, refuseAsk } from './refusals.ts';

/** What is asked as a report that anything may be asked of that may be asked of a standard one; or why there is none. */
export function reportOfAsk(ask: Ask): Result<Report, AskRefusal> {
  const refused = refuseAsk(ask);
  if (refused !== undefined) return refused;
  const measures = measuresOf(ask.measures);
  const asked = measuresOf([
    ...ask.measures,
    ...(ask.having ?? []).map(({ measure }) => measure),
    ask.sort?.by ?? '',
  ]);
  const dimensions = toldOf(ask);
  const plan: Plan = {
    sums: [...new Set(asked.flatMap(sumsOf))],
    by: dimensions.map(({ id }) => id),
    where: [...ask.where, ...withinOf(ask)],
    hasCurrency: ask.by.includes('currency') || asked.some(({ kind }) => kind === 'money'),
  };
  return ok({
    ...{ id: 'explore', titleKey: 'reports.explore', about: 'What was asked for.' },
    ...{ measures, hasCurrency: plan.hasCurrency },
    ...(asksCosts(ask) ? { hasCosts: true } : {}),
    ...(ask.grain === undefined ? {} : { isOverTime: true }),
    dimensions: [...(ask.grain === undefined ? [] : [TIME]), ...dimensions].map(({ id, about }) => ({
      id,
      about,
    })),
    ...sortOf(ask, measures, dimensions),
    ...havingOf(ask),
    ...{ statement: planned(plan), orders: ordersOf(plan) },
  });
}

/** Whether an ask tells what goods cost the shop, be it only by the order of its rows. */
export function asksCosts({
  measures,
  having = [],
  sort,
}: Pick<Ask, 'measures' | 'having' | 'sort'>): boolean {
  const words = [...measures, ...having.map(({ measure }) => measure), sort?.by ?? ''];
  return measuresOf(words).some(({ hasCosts }) => hasCosts);
}

function measuresOf(ids: readonly string[]): ExploreMeasure[] {
  return [...new Set(ids)].flatMap((id) => findMeasure(id) ?? []);
}

/** What rows tell apart, each with what names it. Currencies have a place of their own. */
function toldOf({ by }: Ask): ExploreDimension[] {
  const ids = by.flatMap((id) => [id, ...(findDimension(id)?.names ?? [])]);
  return [...new Set(ids)].filter((id) => id !== 'currency').flatMap((id) => findDimension(id) ?? []);
}

function withinOf({ market, currency }: Ask): Filter[] {
  const only = (dimension: string, value: string | undefined): Filter[] =>
    value === undefined ? [] : [{ dimension, is: 'one_of', values: [value] }];
  return [...only('market', market), ...only('currency', currency)];
}

/** By the first measure, unless something else is said or what rows are of has an order of its own. */
function sortOf(
  { sort }: Ask,
  [first]: readonly ExploreMeasure[],
  [told]: readonly ExploreDimension[],
): Pick<Report, 'sortBy' | 'isSmallestFirst'> {
  // Over time there is no other order than that of time within a group.
  if (sort === undefined || sort.by === 'time') {
    if (told?.isOrdered) return { sortBy: told.id, isSmallestFirst: true };
    return first === undefined ? {} : { sortBy: first.sql };
  }
  const sortBy = findMeasure(sort.by)?.sql ?? sort.by;
  return { sortBy, ...(sort.descending ? {} : { isSmallestFirst: true }) };
}

function havingOf({ having = [] }: Ask): Pick<Report, 'having'> {
  if (having.length === 0) return {};
  const kept = having.flatMap((bound) => {
    const measure = findMeasure(bound.measure);
    return measure === undefined ? [] : [keeps(bound, measure)];
  });
  return { having: kept.join(' and ') };
}
