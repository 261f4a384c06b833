import { type Bounds, boundsText, type Measure, type Row, sizeOf, valueText } from '../report.ts';
import styles from './report.module.css';
import type { NameOf } from './row-name.ts';
import { rowTitle } from './row-name.ts';
import { inOwnOrder, isOnScale, sortedRows } from './sorted.ts';

const MOST = 10;

/**
 * The largest of a number, side by side; of a share or a mean those that most stands behind, as the largest of all are
 * chance. What is on a scale keeps its order.
 */
export function Bars({
  rows,
  measure,
  volume,
  dimensions,
  nameOf,
  currency,
}: {
  readonly rows: readonly Row[];
  readonly measure: Measure;
  /** Of what a share or a mean is. */
  readonly volume: string | undefined;
  readonly dimensions: readonly string[];
  readonly nameOf: NameOf;
  readonly currency: string | undefined;
}) {
  const most = sortedRows(rows, `-${volume ?? measure.id}`).slice(0, MOST);
  const shown = isOnScale(dimensions) ? inOwnOrder(rows, dimensions) : sortedRows(most, `-${measure.id}`);
  const size = ({ values }: Row) => Math.max(sizeOf(values[measure.id]), 0);
  const boundsIn = ({ bounds }: Row) => bounds?.[measure.id];
  const longest = Math.max(1e-9, ...shown.map((row) => Math.max(size(row), boundsIn(row)?.high ?? 0)));
  return (
    <ol className={styles.bars}>
      {shown.map((row) => (
        <li key={JSON.stringify([row.of, row.currency])}>
          <span className={styles.barName}>{rowTitle(row, dimensions, nameOf)}</span>
          <span className={styles.barTrack} aria-hidden>
            <span style={{ width: `${(size(row) / longest) * 100}%` }} />
            <Whisker of={boundsIn(row)} most={longest} />
          </span>
          <span className={styles.barValue}>
            {valueText(row.values[measure.id], measure.kind, currency)}
            <BoundsNote of={boundsIn(row)} kind={measure.kind} currency={currency} />
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Where an estimate may lie, over the bar's end. */
function Whisker({ of, most }: { readonly of: Bounds | undefined; readonly most: number }) {
  if (of === undefined) return null;
  const at = (value: number) => `${(value / most) * 100}%`;
  // Of few, a mean may be below nothing.
  const low = Math.max(of.low, 0);
  return <i className={styles.whisker} style={{ left: at(low), width: at(Math.max(of.high, low) - low) }} />;
}

function BoundsNote({
  of,
  kind,
  currency,
}: {
  readonly of: Bounds | undefined;
  readonly kind: Measure['kind'];
  readonly currency: string | undefined;
}) {
  if (of === undefined) return null;
  return <small className={styles.barNote}> {boundsText(of, kind, currency)}</small>;
}
