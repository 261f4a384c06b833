import { type Refusal, refuse } from '../../../kernel/index.ts';
import { type Ask, type Bound, type Filter, MOST } from './ask.ts';
import type { Cube } from './cube.ts';
import { DIMENSIONS, findDimension } from './dimensions.ts';
import { findMeasure, MEASURES, sumsOf } from './measures.ts';
import { cubesOf } from './plan.ts';
import { hasMoney } from './together.ts';

export type AskRefusal = Refusal<
  'unknown_measure' | 'unknown_dimension' | 'not_together' | 'invalid_filter' | 'invalid_ask'
>;

/** Why an ask cannot be answered whatever is in the warehouse; `field` is the word that is wrong. */
export function refuseAsk(ask: Ask): ReturnType<typeof refuse<AskRefusal['code']>> | undefined {
  return refuseCounts(ask) ?? refuseWords(ask) ?? refuseFilters(ask) ?? refuseApart(ask);
}

function refuseCounts({ measures, by, where, having = [] }: Ask) {
  const count = (name: string, given: readonly unknown[], most: number, least = 0) =>
    given.length >= least && given.length <= most
      ? undefined
      : refuse('invalid_ask', `${name}: ${least} to ${most} may be asked for, not ${given.length}`, name);
  return (
    count('measures', measures, MOST.measures, 1) ??
    count('by', by, MOST.by) ??
    count('where', where, MOST.where) ??
    count('having', having, MOST.having)
  );
}

function refuseWords({ measures, by, where, having = [], sort, grain }: Ask) {
  for (const id of [...measures, ...having.map(({ measure }) => measure)]) {
    if (findMeasure(id) === undefined) return unknown('measure', id, MEASURES);
  }
  for (const id of [...by, ...where.map(({ dimension }) => dimension)]) {
    if (findDimension(id) === undefined) return unknown('dimension', id, DIMENSIONS);
  }
  if (sort === undefined || findMeasure(sort.by) !== undefined) return undefined;
  if (sort.by === 'time' && grain !== undefined) return undefined;
  if (!by.includes(sort.by)) {
    return refuse(
      'invalid_ask',
      `rows can be sorted by a measure or by what they are of, not "${sort.by}"`,
      sort.by,
    );
  }
  return undefined;
}

function unknown(what: 'measure' | 'dimension', id: string, known: readonly { readonly id: string }[]) {
  const names = known.map((one) => one.id).join(', ');
  return refuse(`unknown_${what}`, `there is no ${what} "${id}"; there are ${names}`, id);
}

function refuseFilters({ where, having = [], by }: Ask) {
  for (const filter of where) {
    if (!isFilter(filter)) {
      return refuse(
        'invalid_filter',
        `${filter.dimension} is compared with 1 to ${MOST.values} texts of at most ${MOST.length} characters`,
        filter.dimension,
      );
    }
  }
  const bound = having.find((one) => !isBound(one));
  if (bound !== undefined) {
    return refuse('invalid_filter', `${bound.measure} is compared with a number such as 12.5`, bound.measure);
  }
  return having.length > 0 && by.length === 0
    ? refuse(
        'invalid_filter',
        'bounds of measures need something that rows are told apart by',
        having[0]?.measure,
      )
    : undefined;
}

function isFilter({ values, is }: Filter): boolean {
  // A text of the warehouse has no NUL, and what contains nothing is everything.
  const isText = (value: string) =>
    value.length <= MOST.length && !value.includes('\0') && (is !== 'contains' || value !== '');
  return values.length >= 1 && values.length <= MOST.values && values.every(isText);
}

function isBound({ value }: Bound): boolean {
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(value);
}

/** Facts that are not told by what they should be told by, or that have no currency beside those that have several. */
function refuseApart(ask: Ask) {
  const words = [...ask.measures, ...(ask.having ?? []).map(({ measure }) => measure), ask.sort?.by ?? ''];
  for (const { sums, id } of words.flatMap((word) => withSums(word))) {
    for (const cube of cubesOf({ sums })) {
      const lacked = lackedBy(cube, ask, words);
      if (lacked !== undefined) {
        return refuse(
          'not_together',
          `${id} and ${lacked} do not go together: ${cube.facts} have no ${lacked}`,
          lacked,
        );
      }
    }
  }
  return undefined;
}

function withSums(id: string) {
  const measure = findMeasure(id);
  return measure === undefined ? [] : [{ id, sums: sumsOf(measure) }];
}

function lackedBy({ dimensions, lacks = [] }: Cube, ask: Ask, words: readonly string[]): string | undefined {
  const { by, where, market, currency, grain } = ask;
  const asked = [
    ...by,
    ...where.map(({ dimension }) => dimension),
    ...(market === undefined ? [] : ['market']),
  ];
  const lacked = asked.find((id) => !(id in dimensions));
  if (lacked !== undefined) return lacked;
  if (grain === 'hour' && lacks.includes('hour')) return 'hour';
  const isOfCurrency = currency !== undefined || hasMoney(words);
  return isOfCurrency && lacks.includes('currency') ? 'currency' : undefined;
}
