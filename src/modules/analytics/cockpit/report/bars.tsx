import { type Measure, type Row, sizeOf, valueText } from '../report.ts';
import styles from './report.module.css';
import type { NameOf } from './row-name.ts';
import { rowTitle } from './row-name.ts';
import { sortedRows } from './sorted.ts';

const MOST = 10;

/** The largest of a number, side by side. */
export function Bars({
  rows,
  measure,
  dimensions,
  nameOf,
  currency,
}: {
  readonly rows: readonly Row[];
  readonly measure: Measure;
  readonly dimensions: readonly string[];
  readonly nameOf: NameOf;
  readonly currency: string | undefined;
}) {
  const shown = sortedRows(rows, `-${measure.id}`).slice(0, MOST);
  const size = ({ values }: Row) => Math.max(sizeOf(values[measure.id]), 0);
  const most = Math.max(1e-9, ...shown.map(size));
  return (
    <ol className={styles.bars}>
      {shown.map((row) => (
        <li key={JSON.stringify([row.of, row.currency])}>
          <span className={styles.barName}>{rowTitle(row, dimensions, nameOf)}</span>
          <span className={styles.barTrack} aria-hidden>
            <span style={{ width: `${(size(row) / most) * 100}%` }} />
          </span>
          <span className={styles.barValue}>{valueText(row.values[measure.id], measure.kind, currency)}</span>
        </li>
      ))}
    </ol>
  );
}
