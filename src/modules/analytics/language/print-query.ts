import type { Bound, Filter } from '../explore/ask.ts';
import type { Query } from './query.ts';
import { quotedText } from './tokens.ts';
import { SOURCES, sourceOf } from './words.ts';

/** A query as text, always in the same way: what is read of it is the same query again. Without days it says none. */
export function printQuery(query: Omit<Query, 'span'> & Partial<Pick<Query, 'span'>>): string {
  const { measures, by, where, having, span, grain, compare, market, currency, sort, limit, chart } = query;
  const sources = SOURCES.filter((source) => measures.some((id) => sourceOf(id) === source));
  return [
    `FROM ${sources.join(', ')} SHOW ${measures.join(', ')}`,
    where.length > 0 && `WHERE ${where.map(filterText).join(' AND ')}`,
    by.length > 0 && `GROUP BY ${by.join(', ')}`,
    grain && `TIMESERIES ${grain}`,
    typeof span === 'string' && `DURING ${span}`,
    typeof span === 'object' && `SINCE ${span.from} UNTIL ${span.to}`,
    compare && `COMPARE TO ${compare}`,
    having.length > 0 && `HAVING ${having.map(boundText).join(' AND ')}`,
    sort && `ORDER BY ${sort.by} ${sort.descending ? 'DESC' : 'ASC'}`,
    limit && `LIMIT ${limit}`,
    currency && `IN ${currency}`,
    market !== undefined && `MARKET ${/^[a-zA-Z_]\w*$/.test(market) ? market : quotedText(market)}`,
    chart && `VISUALIZE ${chart}`,
  ]
    .filter((part) => part)
    .join(' ');
}

function filterText({ dimension, is, values }: Filter): string {
  const [first = '', ...more] = values.map(quotedText);
  const list = `(${[first, ...more].join(', ')})`;
  if (is === 'contains') return `${dimension} CONTAINS ${more.length === 0 ? first : list}`;
  if (more.length === 0) return `${dimension} ${is === 'one_of' ? '=' : '!='} ${first}`;
  return `${dimension} ${is === 'one_of' ? 'IN' : 'NOT IN'} ${list}`;
}

const SIGNS = { above: '>', at_least: '>=', below: '<', at_most: '<=' } as const;

function boundText({ measure, is, value }: Bound): string {
  return `${measure} ${SIGNS[is]} ${value}`;
}
