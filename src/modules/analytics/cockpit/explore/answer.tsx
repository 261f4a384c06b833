import { NativeSelect, SegmentedControl } from '@mantine/core';
import { FileSearch } from 'lucide-react';
import { useState } from 'react';
import { Card, EmptyState, LoadingState, NoPermission } from '../../../../platform/cockpit/page/index.ts';
import { textIn, useAddress, useSession } from '../../../../platform/cockpit/state/index.ts';
import type { Query } from '../../language/query.ts';
import { Definitions } from '../report/definitions.tsx';
import { ReportTable } from '../report/report-table.tsx';
import { rowTitle, shownDimensions } from '../report/row-name.ts';
import { sortedRows } from '../report/sorted.ts';
import { currenciesIn, measureIn, type Report, type Row, refusalOf, rowsIn, totalIn } from '../report.ts';
import { ReportShown } from '../report-shown.tsx';
import { analyticsWords, wordOf } from '../words.ts';
import styles from './explore.module.css';
import { ExploreDrawer } from './explore-drawer.tsx';
import { useExploreNames } from './names.ts';
import { ExplorePicture } from './picture.tsx';
import type { Explore } from './use-explore.ts';

type Read = Parameters<typeof ReportShown>[0]['of'];

/** The numbers that were asked for: a picture, a table with totals, what they mean, and the orders behind each row. */
export function Answer({
  read,
  query,
  explore,
}: {
  readonly read: Read;
  readonly query: Query;
  readonly explore: Explore;
}) {
  const t = analyticsWords();
  const refusal = refusalOf(read.error);
  if (refusal === 'costs_hidden') return <NoPermission permission="costs:read" />;
  if (refusal === 'invalid_span')
    return <EmptyState title={t.explore.refusedSpan} text={t.explore.refusedSpanText} />;
  return (
    <ReportShown of={read} loading={<LoadingState lines={10} />}>
      {(report) =>
        report.rows.length === 0 ? (
          <EmptyState icon={FileSearch} title={t.noRows} text={t.noRowsText} />
        ) : (
          <Numbers report={report} query={shapedAs(report, query)} explore={explore} />
        )
      }
    </ReportShown>
  );
}

function Numbers({
  report,
  query,
  explore,
}: {
  readonly report: Report;
  readonly query: Query;
  readonly explore: Explore;
}) {
  const t = analyticsWords();
  const { shop } = useSession();
  const [address, change] = useAddress();
  const [opened, setOpened] = useState<Row>();
  const nameOf = useExploreNames(query.grain ?? 'day');
  const currencies = currenciesIn(report, shop.currency);
  const currency =
    query.currency ?? currencies.find((one) => one === textIn(address, 'currency')) ?? currencies[0];
  const isOverTime = query.grain !== undefined;
  const order = isOverTime ? textIn(address, 'sort') : sortIn(query);
  const rows = sortedRows(rowsIn(report, currency), isOverTime ? order : '');
  const dimensions = shownDimensions(report);
  const measure = measureIn(report, textIn(address, 'show')) ?? report.measures[0];
  const onSort = (sort: string) => {
    if (isOverTime) return change({ sort });
    const { sort: _, ...rest } = query;
    const by = sort.replace(/^-/, '');
    explore.show(sort === '' ? rest : { ...rest, sort: { by, descending: sort.startsWith('-') } });
  };
  if (measure === undefined) return null;
  return (
    <>
      {currencies.length > 1 && (
        <SegmentedControl
          className={styles.currencies}
          aria-label={t.currency}
          data={[...currencies]}
          value={currency ?? ''}
          onChange={(value) => change({ currency: value })}
        />
      )}
      <Card
        title={wordOf(t.measures, measure.id)}
        actions={
          report.measures.length > 1 && (
            <NativeSelect
              size="xs"
              aria-label={t.measure}
              value={measure.id}
              data={report.measures.map(({ id }) => ({ value: id, label: wordOf(t.measures, id) }))}
              onChange={({ currentTarget }) => change({ show: currentTarget.value })}
            />
          )
        }
      >
        <ExplorePicture {...{ report, rows: rowsIn(report, currency), measure, currency, query, nameOf }} />
      </Card>
      {dimensions.length > 0 && (
        <Card title={t.numbers} about={t.numbersAbout} isFlush>
          <ReportTable
            key={`${explore.text} ${currency}`}
            {...{ report, rows, total: totalIn(report, currency), currency, nameOf }}
            sort={order}
            onSort={onSort}
            onOpen={setOpened}
          />
        </Card>
      )}
      <Definitions of={report} />
      <ExploreDrawer
        text={explore.text}
        row={opened}
        title={opened === undefined ? '' : rowTitle(opened, dimensions, nameOf)}
        onClose={() => setOpened(undefined)}
      />
    </>
  );
}

/** The question in the shape of the answer that is shown: while another is on its way, the one before it stands. */
function shapedAs(report: Report, { grain, ...query }: Query): Query {
  return report.dimensions.some(({ id }) => id === 'time') ? { ...query, grain: grain ?? 'day' } : query;
}

function sortIn({ sort }: Query): string {
  return sort === undefined ? '' : `${sort.descending ? '-' : ''}${sort.by}`;
}
