import { type Row, sizeOf } from '../report.ts';

/** `-net_sales`: the largest first. Empty: as the report has them. */
export type Sort = string;

/** Rows by a measure; what has none comes last, either way. */
export function sortedRows(rows: readonly Row[], sort: Sort): readonly Row[] {
  if (sort === '') return rows;
  const id = sort.replace(/^-/, '');
  const sign = sort.startsWith('-') ? -1 : 1;
  const isNone = ({ values }: Row) => (values[id] === null || values[id] === undefined ? 1 : 0);
  return rows.toSorted(
    (a, b) => isNone(a) - isNone(b) || sign * (sizeOf(a.values[id]) - sizeOf(b.values[id])),
  );
}

/** What a click on a column's head makes of it: largest first, smallest first, as it was. */
export function nextSort(sort: Sort, id: string): Sort {
  if (sort === `-${id}`) return id;
  return sort === id ? '' : `-${id}`;
}
