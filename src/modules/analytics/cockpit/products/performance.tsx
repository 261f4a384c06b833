import { Button } from '@mantine/core';
import { ArrowDown, ArrowUp, Download, FileSearch } from 'lucide-react';
import { useState } from 'react';
import { saveFile, useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card, EmptyState } from '../../../../platform/cockpit/page/index.ts';
import { textIn, useAddress, useMay } from '../../../../platform/cockpit/state/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { reportCsv } from '../report/csv.ts';
import { Definitions } from '../report/definitions.tsx';
import { nextSort, sortedRows } from '../report/sorted.ts';
import { type Report, type Row, rowsIn, sizeOf, totalIn } from '../report.ts';
import type { Asked } from '../span/use-asked.ts';
import { analyticsWords, wordOf } from '../words.ts';
import { type Column, columnsOf } from './columns.tsx';
import styles from './products.module.css';

const FIRST = 50;

/** Every product in one line, from visits to stock; a column's head sorts, a product leads to its orders. */
export function Performance({
  report,
  asked,
  currency,
  onOpen,
}: {
  readonly report: Report;
  readonly asked: Asked;
  readonly currency: string | undefined;
  readonly onOpen: (row: Row, title: string) => void;
}) {
  const t = analyticsWords();
  const [query, change] = useAddress();
  const [most, setMost] = useState(FIRST);
  const margins = useMargins(asked);
  const sort = textIn(query, 'sort') || '-net_sales';
  const rows = sortedRows(
    rowsIn(report, currency).map((row) => withMargin(row, margins)),
    sort,
  );
  const total = totalIn(report, currency);
  if (rows.length === 0) return <EmptyState icon={FileSearch} title={t.noRows} text={t.noRowsText} />;
  const columns = columnsOf({ t, currency, hasMargin: margins !== undefined });
  const save = () => {
    const text = reportCsv(report, rows, { hasBefore: asked.comparison !== 'none' });
    saveFile(new Blob([text], { type: 'text/csv' }), `products-${asked.days.from}-${asked.days.to}.csv`);
  };
  return (
    <>
      <Card
        title={t.ofProducts.views.performance}
        about={t.ofProducts.performanceAbout}
        isFlush
        actions={
          <Button variant="default" size="xs" leftSection={<Download size={14} />} onClick={save}>
            {t.csv}
          </Button>
        }
      >
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
        <section className={styles.scroll} aria-label={t.reports.product_performance} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t.dimensions.title}</th>
                {columns.map((column) => (
                  <Head
                    key={column.id}
                    column={column}
                    sort={sort}
                    onSort={(next) => change({ sort: next })}
                  />
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, most).map((row) => (
                <tr key={row.of['product']}>
                  <th scope="row">
                    <button
                      type="button"
                      className={styles.open}
                      onClick={() => onOpen(row, row.of['title'] || t.unknown)}
                    >
                      {row.of['title'] || t.unknown}
                    </button>
                  </th>
                  {columns.map(({ id, cell }) => (
                    <td key={id} data-align="end">
                      {cell(row)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            {total && (
              <tfoot>
                <tr>
                  <th scope="row">{t.total}</th>
                  {columns.map(({ id, cell }) => (
                    <td key={id} data-align="end">
                      {id === 'stock_cover' || id === 'margin_rate' ? '' : cell(total)}
                    </td>
                  ))}
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
      </Card>
      <Definitions of={report} />
    </>
  );
}

function Head({
  column: { id },
  sort,
  onSort,
}: {
  readonly column: Column;
  readonly sort: string;
  readonly onSort: (sort: string) => void;
}) {
  const t = analyticsWords();
  const [isDown, isUp] = [sort === `-${id}`, sort === id];
  return (
    <th scope="col" data-align="end" aria-sort={isDown ? 'descending' : isUp ? 'ascending' : 'none'}>
      <button type="button" className={styles.sort} onClick={() => onSort(nextSort(sort, id))}>
        {isDown && <ArrowDown size={12} aria-hidden />}
        {isUp && <ArrowUp size={12} aria-hidden />}
        {HEADS[id] === undefined ? wordOf(t.measures, id) : HEADS[id](t)}
      </button>
    </th>
  );
}

const HEADS: Readonly<Record<string, (t: ReturnType<typeof analyticsWords>) => string>> = {
  product_views: (t) => t.measures.sessions,
  margin_rate: (t) => t.ofProducts.margin,
};

type Margins = ReadonlyMap<string, Row['values']>;

/** Of whoever may see what goods cost. */
function useMargins({ query, problem }: Asked): Margins | undefined {
  const mayKnow = useMay()('costs:read');
  const { compare: _, ...days } = query;
  const sent = { params: { id: 'margin' }, query: { ...days, limit: '1000' } };
  const isOff = problem !== undefined || !mayKnow;
  const { data } = useRead('runReport', sent, { about: ['analytics'], isOff, isKept: true });
  return data && new Map(data.rows.map((row) => [marginKey(row), row.values]));
}

/** Where nothing is known of what goods cost, the margin would be all of what they sold for: it is left out. */
function withMargin(row: Row, margins: Margins | undefined): Row {
  const { margin_rate: rate, cost_known_share: known } = margins?.get(marginKey(row)) ?? {};
  const isKnown = rate !== undefined && known !== undefined && sizeOf(known) > 0;
  const { values } = row;
  if (!isKnown) return { ...row, values: { ...values, margin_rate: null } };
  return { ...row, values: { ...values, margin_rate: rate, cost_known_share: known } };
}

function marginKey({ of, currency }: Row): string {
  return `${of['product']} ${currency}`;
}
