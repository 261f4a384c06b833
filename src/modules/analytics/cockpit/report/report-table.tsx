import { Button } from '@mantine/core';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { countOf, percentOf } from '../../../../platform/cockpit/text/index.ts';
import { boundsText, changeOf, type Measure, type Report, type Row, valueText } from '../report.ts';
import { analyticsWords, wordOf } from '../words.ts';
import styles from './report.module.css';
import { type NameOf, rowTitle, shownDimensions } from './row-name.ts';
import { nextSort, type Sort } from './sorted.ts';

const FIRST = 100;

type Shown = {
  readonly report: Report;
  readonly rows: readonly Row[];
  readonly total: Row | undefined;
  readonly currency: string | undefined;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly nameOf: NameOf;
  readonly onOpen: (row: Row) => void;
};

/** The numbers of a report: a row leads to its orders, a column's head sorts, the last line is of all rows. */
export function ReportTable({ report, rows, total, currency, sort, onSort, nameOf, onOpen }: Shown) {
  const t = analyticsWords();
  const [most, setMost] = useState(FIRST);
  const dimensions = shownDimensions(report);
  const cells = (row: Row) =>
    report.measures.map((measure) => <Cell key={measure.id} {...{ row, measure, currency }} />);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section className={styles.scroll} aria-label={wordOf(t.reports, report.id)} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{dimensions.map((id) => wordOf(t.dimensions, id)).join(' · ')}</th>
              {report.measures.map(({ id }) => (
                <SortHead key={id} id={id} sort={sort} onSort={onSort} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((row) => (
              <tr key={JSON.stringify([row.of, row.currency])}>
                <th scope="row">
                  {report.leadsToOrders === false ? (
                    rowTitle(row, dimensions, nameOf)
                  ) : (
                    <button type="button" className={styles.open} onClick={() => onOpen(row)}>
                      {rowTitle(row, dimensions, nameOf)}
                    </button>
                  )}
                </th>
                {cells(row)}
              </tr>
            ))}
          </tbody>
          {total && (
            <tfoot>
              <tr>
                <th scope="row">{t.total}</th>
                {cells(total)}
              </tr>
            </tfoot>
          )}
        </table>
      </section>
      {(rows.length > most || report.isCut) && (
        <div className={styles.foot}>
          {rows.length > most && (
            <Button variant="subtle" onClick={() => setMost(rows.length)}>
              {t.showAll(countOf(rows.length))}
            </Button>
          )}
          {report.isCut && <span>{t.cut(countOf(rows.length))}</span>}
        </div>
      )}
    </>
  );
}

function SortHead({
  id,
  sort,
  onSort,
}: {
  readonly id: string;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}) {
  const isDown = sort === `-${id}`;
  const isUp = sort === id;
  return (
    <th scope="col" data-align="end" aria-sort={isDown ? 'descending' : isUp ? 'ascending' : 'none'}>
      <button type="button" className={styles.sort} onClick={() => onSort(nextSort(sort, id))}>
        {isDown && <ArrowDown size={12} aria-hidden />}
        {isUp && <ArrowUp size={12} aria-hidden />}
        {wordOf(analyticsWords().measures, id)}
      </button>
    </th>
  );
}

/** A number, and under it what it was and how it changed. */
function Cell({
  row,
  measure: { id, kind },
  currency,
}: {
  readonly row: Row;
  readonly measure: Measure;
  readonly currency: string | undefined;
}) {
  const change = changeOf(row.values[id], row.before?.[id]);
  const bounds = row.bounds?.[id];
  return (
    <td data-align="end">
      {valueText(row.values[id], kind, currency)}
      {bounds && <span className={styles.before}>{boundsText(bounds, kind, currency)}</span>}
      {row.before !== undefined && (
        <span className={styles.before}>
          {valueText(row.before[id], kind, currency)}
          {change === undefined ? '' : ` · ${change > 0 ? '+' : ''}${percentOf(change, 0)}`}
        </span>
      )}
    </td>
  );
}
