import type { ReactNode } from 'react';
import { analyticsWords } from '../words.ts';
import styles from './behaviour.module.css';

export type NumberColumn<Row> = { readonly title: string; readonly of: (row: Row) => ReactNode };

/** Rows with their largest number as a line, and further numbers beside it. */
export function NumberTable<Row>(props: {
  readonly label: string;
  readonly first: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly nameOf: (row: Row) => ReactNode;
  /** What the line is of. */
  readonly sizeOf: (row: Row) => number;
  readonly columns: readonly NumberColumn<Row>[];
}) {
  const { label, first, rows, columns } = props;
  const most = Math.max(1e-9, ...rows.map(props.sizeOf));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className={styles.scroll} aria-label={`${label}: ${analyticsWords().numbers}`} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {columns.map(({ title }) => (
              <th key={title} scope="col" data-align="end">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={props.keyOf(row)}>
              <th scope="row">
                <span className={styles.name}>{props.nameOf(row)}</span>
                <span className={styles.line} aria-hidden>
                  <span style={{ width: `${(props.sizeOf(row) / most) * 100}%` }} />
                </span>
              </th>
              {columns.map(({ title, of }) => (
                <td key={title} data-align="end">
                  {of(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
