import { type Row, sizeOf } from '../report.ts';

/** `-net_sales`: the largest first. Empty: as the report has them. */
export type Sort = string;

/** Whose values are ranges, from the lowest up: `0-7`, `8-30`, `none`. */
const SCALES = ['after', 'percent_off'];

export function isOnScale(dimensions: readonly string[]): boolean {
  return dimensions.length === 1 && SCALES.includes(dimensions[0] ?? '');
}

/** Rows of ranges from the lowest up, what is in none of them last; others as they are. */
export function inOwnOrder(rows: readonly Row[], dimensions: readonly string[]): readonly Row[] {
  const [dimension = ''] = dimensions;
  if (!isOnScale(dimensions)) return rows;
  const start = ({ of }: Row) => Number.parseInt(of[dimension] ?? '', 10);
  const placed = (row: Row) => (Number.isNaN(start(row)) ? Number.MAX_SAFE_INTEGER : start(row));
  return rows.toSorted((a, b) => placed(a) - placed(b));
}

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
