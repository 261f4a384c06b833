import { countOf } from '../../../../../platform/cockpit/text/index.ts';
import { type Row, sizeOf } from '../../report.ts';
import { analyticsWords, wordOf } from '../../words.ts';
import { NumberTable } from '../number-table.tsx';
import styles from './speed.module.css';
import { METRICS, type Metric, namesIn, ratingOf, vitalIn, vitalText } from './vitals.ts';

/** Which kinds of pages are slow. */
export function KindTable({ rows, device }: { readonly rows: readonly Row[]; readonly device: string }) {
  const t = analyticsWords();
  const measured = (kind: string) =>
    Math.max(...METRICS.map((metric) => sizeOf(vitalIn(rows, { metric, kind, device })?.values['measured'])));
  return (
    <NumberTable
      {...{ label: t.behaviour.byKind, first: t.dimensions.page_kind, rows: namesIn(rows, 'page_kind') }}
      keyOf={(kind) => kind}
      nameOf={(kind) => wordOf(t.values, kind)}
      sizeOf={measured}
      columns={METRICS.map((metric) => ({
        title: metric,
        of: (kind: string) => <Cell metric={metric} row={vitalIn(rows, { metric, kind, device })} />,
      }))}
    />
  );
}

function Cell({ metric, row }: { readonly metric: Metric; readonly row: Row | undefined }) {
  const value = row?.values['p75'];
  if (row === undefined || value === null || value === undefined) return <>–</>;
  const rating = ratingOf(metric, Number(value));
  return (
    <span className={styles.cell} data-rating={rating} title={analyticsWords().behaviour.ratings[rating]}>
      {vitalText(metric, Number(value))}
      <span>{countOf(sizeOf(row.values['measured']))}</span>
    </span>
  );
}
