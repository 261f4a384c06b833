import { currencyOf, minorDigits } from '../../../kernel/index.ts';
import { quoted } from '../reports/asked.ts';
import type { Bound, Filter } from './ask.ts';
import type { Column } from './cube.ts';
import type { ExploreMeasure } from './measures.ts';

/** SQL: whether a fact passes a filter of this column. What is not known is '', so that every fact does or does not. */
export function passes({ is, values }: Filter, { sql, each }: Column): string {
  const text = textOf(sql);
  const isOne =
    is === 'contains'
      ? values.map((value) => `contains(lower(${text}), lower(${quoted(value)}))`).join(' or ')
      : `${text} in (${values.map(quoted).join(', ')})`;
  const found =
    each === undefined ? `(${isOne})` : `exists (select 1 from ${each.from} where ${each.on} and (${isOne}))`;
  return is === 'none_of' ? `not ${found}` : found;
}

/** SQL: a value of a dimension as rows have it. */
export function textOf(sql: string): string {
  return `ifnull(cast(${sql} as varchar), '')`;
}

const SIGNS = { above: '>', at_least: '>=', below: '<', at_most: '<=' } as const;

/** SQL of sums: whether a row keeps a bound. Nothing to divide by keeps none. */
export function keeps({ is, value }: Bound, { kind, sql }: ExploreMeasure): string {
  const scaled = kind === 'money' ? `${value} * ${MINOR_A_UNIT}` : value;
  return `ifnull((${sql}) ${SIGNS[is]} ${scaled}, false)`;
}

/** SQL: how many smallest units a unit of the row's currency has. */
const MINOR_A_UNIT = `case ${[
  ...Map.groupBy(Intl.supportedValuesOf('currency'), (code) => minorDigits(currencyOf(code))),
]
  .filter(([digits]) => digits !== 2)
  .map(([digits, codes]) => `when currency in ('${codes.join("', '")}') then ${10 ** digits}`)
  .join(' ')} else 100 end`;
