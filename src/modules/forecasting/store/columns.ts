import { type RawBuilder, sql } from 'kysely';

/** A column's name, its type, and what a row has in it: text where the type is not a plain one. */
export type Column<Row, About> = readonly [
  name: string,
  type: string,
  value: (row: Row, about: About) => string | number | boolean | null,
];

/**
 * Rows as one list for each column, which is the fast way in: nothing is parsed but the values. Lists of numbers go as their text,
 * as lists of lists would have to be of one length.
 */
export function columnsOf<Row, About>(
  columns: readonly Column<Row, About>[],
  rows: readonly Row[],
  about: About,
): { readonly given: string; readonly lists: RawBuilder<unknown> } {
  const lists = columns.map(([, type, value]) => {
    const values = rows.map((row) => value(row, about));
    return sql`${values}::${sql.raw(isPlain(type) ? type : 'text')}[]`;
  });
  const given = columns.map(([name, type]) => `given.${name}${isPlain(type) ? '' : `::${type}`}`);
  return { given: given.join(', '), lists: sql.join(lists) };
}

function isPlain(type: string): boolean {
  return !type.endsWith('[]') && type !== 'jsonb';
}
