import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { Download, FileSearch, Telescope } from 'lucide-react';
import { useState } from 'react';
import { saveFile, useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card, EmptyState, LoadingState, Page } from '../../../../platform/cockpit/page/index.ts';
import { textIn, useAddress, useSession } from '../../../../platform/cockpit/state/index.ts';
import { quotedText } from '../../language/tokens.ts';
import { OrdersDrawer } from '../drill/orders-drawer.tsx';
import { currenciesIn, type Report, type Row, rowsIn, totalIn } from '../report.ts';
import { ReportShown, SpanProblem, useFreshNumbers } from '../report-shown.tsx';
import { SpanBar } from '../span/span-bar.tsx';
import { SpanLine } from '../span/span-line.tsx';
import { type Asked, addressWith, useAsked } from '../span/use-asked.ts';
import { analyticsWords, wordOf } from '../words.ts';
import { reportCsv } from './csv.ts';
import { Definitions } from './definitions.tsx';
import { ReportPicture } from './report-picture.tsx';
import { ReportTable } from './report-table.tsx';
import { rowTitle, shownDimensions, useNames } from './row-name.ts';
import { inOwnOrder, sortedRows } from './sorted.ts';

const MOST_ROWS = '1000';

/** One report: a picture, its numbers with totals, what they mean, and the orders behind each row. */
export function Screen() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const t = analyticsWords();
  const { shop } = useSession();
  const [asked] = useAsked();
  const [query] = useAddress();
  const { problem } = asked;
  const sent = { params: { id }, query: { ...asked.query, limit: MOST_ROWS } };
  const read = useRead('runReport', sent, {
    about: ['analytics'],
    isOff: problem !== undefined,
    isKept: true,
  });
  useFreshNumbers(read);
  const report = read.data;
  const currencies = report ? currenciesIn(report, shop.currency) : [];
  const currency = currencies.find((one) => one === asked.currency) ?? currencies[0];
  const rows = report
    ? sortedRows(inOwnOrder(rowsIn(report, currency), shownDimensions(report)), textIn(query, 'sort'))
    : [];
  return (
    <Page
      title={wordOf(t.reports, id)}
      back="/analytics/reports"
      about={<SpanLine of={report} />}
      actions={
        rows.length > 0 &&
        report && (
          <>
            {id === 'sales_over_time' && <WhyButton asked={asked} />}
            {report.query !== undefined && (
              <ExploreButton query={report.query} asked={asked} report={report} />
            )}
            <CsvButton report={report} rows={rows} asked={asked} />
          </>
        )
      }
    >
      <SpanBar currencies={currencies} currency={currency} />
      {problem !== undefined ? (
        <SpanProblem of={problem} />
      ) : (
        <ReportShown of={read} loading={<LoadingState lines={12} />}>
          {(shown) =>
            rows.length === 0 ? (
              <EmptyState icon={FileSearch} title={t.noRows} text={t.noRowsText} />
            ) : (
              <Numbers
                key={`${id} ${currency}`}
                report={shown}
                rows={rows}
                currency={currency}
                asked={asked}
              />
            )
          }
        </ReportShown>
      )}
      {report && <Definitions of={report} />}
    </Page>
  );
}

function Numbers({
  report,
  rows,
  currency,
  asked,
}: {
  readonly report: Report;
  readonly rows: readonly Row[];
  readonly currency: string | undefined;
  readonly asked: Asked;
}) {
  const t = analyticsWords();
  const [query, change] = useAddress();
  const [opened, setOpened] = useState<Row>();
  const nameOf = useNames(asked.grain);
  const total = totalIn(report, currency);
  const title = opened && (rowTitle(opened, shownDimensions(report), nameOf) || t.total);
  return (
    <>
      <ReportPicture {...{ report, rows, currency, asked, nameOf }} onOpen={setOpened} />
      <Card title={t.numbers} about={report.leadsToOrders === false ? t.noDrill : t.numbersAbout} isFlush>
        <ReportTable
          {...{ report, rows, total, currency, nameOf }}
          sort={textIn(query, 'sort')}
          onSort={(sort) => change({ sort })}
          onOpen={setOpened}
        />
      </Card>
      <OrdersDrawer
        report={report.id}
        row={opened}
        title={title ?? ''}
        asked={asked}
        onClose={() => setOpened(undefined)}
      />
    </>
  );
}

function WhyButton({ asked }: { readonly asked: Asked }) {
  const t = analyticsWords();
  return (
    <Button variant="default" component={Link} to={addressWith('/analytics/why', asked)}>
      {t.why.title}
    </Button>
  );
}

/** The same question, to change, to keep, to share and to take away as a file. */
function ExploreButton({
  query,
  asked: { market, query: of },
  report,
}: {
  readonly query: string;
  readonly asked: Asked;
  readonly report: Report;
}) {
  const t = analyticsWords();
  const isOverTime = report.dimensions.some(({ id }) => id === 'time');
  // Accounts tell by the day what advertising cost, and not of which market.
  const isOfAccounts = /^FROM [\w, ]*\bmarketing\b/.test(query);
  if (isOfAccounts && market !== '') return null;
  const grain = isOfAccounts && of.grain === 'hour' ? 'day' : of.grain;
  const parts = [
    query,
    ...(isOverTime ? [`TIMESERIES ${grain}`] : []),
    `SINCE ${of.from} UNTIL ${of.to}`,
    ...(of.compare === undefined ? [] : [`COMPARE TO ${of.compare}`]),
    ...(market === '' ? [] : [`MARKET ${quotedText(market)}`]),
  ];
  const to = `/analytics/explore?${new URLSearchParams({ q: parts.join(' ') })}`;
  return (
    <Button variant="default" leftSection={<Telescope size={14} />} component={Link} to={to}>
      {t.explore.askOn}
    </Button>
  );
}

function CsvButton({
  report,
  rows,
  asked: { days, comparison },
}: {
  readonly report: Report;
  readonly rows: readonly Row[];
  readonly asked: Asked;
}) {
  const t = analyticsWords();
  const save = () => {
    const text = reportCsv(report, rows, { hasBefore: comparison !== 'none' });
    saveFile(new Blob([text], { type: 'text/csv' }), `${report.id}-${days.from}-${days.to}.csv`);
  };
  return (
    <Button variant="default" leftSection={<Download size={14} />} onClick={save}>
      {t.csv}
    </Button>
  );
}
