import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card, LoadingState } from '../../../../platform/cockpit/page/index.ts';
import { countOf, percentOf } from '../../../../platform/cockpit/text/index.ts';
import { NO_PRODUCT } from '../../language/no-product.ts';
import { type Report, type Row, rowsIn, sizeOf, totalIn, valueText } from '../report.ts';
import { ReportShown } from '../report-shown.tsx';
import type { Asked } from '../span/use-asked.ts';
import { analyticsWords } from '../words.ts';
import { TopList, type TopRow } from './top-list.tsx';

const MOST = 6;
type Shown = { readonly asked: Asked; readonly currency: string };

export function Products({ asked, currency }: Shown) {
  const t = analyticsWords();
  const sent = { params: { id: 'sales_by_product' }, query: { ...asked.query, limit: '200' } };
  const read = useRead('runReport', sent, { about: ['analytics'], isKept: true });
  return (
    <ReportShown of={read} loading={<Loading title={t.topProducts} />}>
      {(report) => (
        <TopList
          title={t.topProducts}
          about={t.byNetSales}
          rows={topRows(goodsIn(report, currency), 'net_sales', (row) => ({
            key: row.of['product'] ?? '',
            name: row.of['title'] || t.unknown,
            value: valueText(row.values['net_sales'], 'money', currency),
            detail: t.units(countOf(sizeOf(row.values['units']))),
          }))}
          report="sales_by_product"
          asked={asked}
        />
      )}
    </ReportShown>
  );
}

export function Channels({ asked, currency }: Shown) {
  const t = analyticsWords();
  const sent = { params: { id: 'channels' }, query: asked.query };
  const read = useRead('runReport', sent, { about: ['analytics'], isKept: true });
  return (
    <ReportShown of={read} loading={<Loading title={t.channels} />}>
      {(report) => (
        <TopList
          title={t.channels}
          about={matchedText(report, currency)}
          rows={topRows(channelRows(report, currency), 'net_sales', (row) => ({
            key: row.of['channel'] ?? '',
            name: row.of['channel'] || t.noVisit,
            value: valueText(row.values['net_sales'], 'money', currency),
            detail: sessionsText(row),
          }))}
          report="channels"
          asked={asked}
        />
      )}
    </ReportShown>
  );
}

/** Delivery is no product to be best at. */
function goodsIn(report: Report, currency: string): readonly Row[] {
  return rowsIn(report, currency).filter(({ of }) => of['product'] !== NO_PRODUCT);
}

function Loading({ title }: { readonly title: string }) {
  return (
    <Card title={title}>
      <LoadingState />
    </Card>
  );
}

function sessionsText({ values }: Row): string {
  const sessions = sizeOf(values['sessions']);
  return analyticsWords().sessions(countOf(sessions), sessions);
}

/** Of how much of the business a table of channels speaks. */
function matchedText(report: Report, currency: string): string {
  const share = totalIn(report, currency)?.values['tracked_share'];
  return share === null || share === undefined
    ? analyticsWords().byNetSales
    : analyticsWords().matched(percentOf(Number(share), 0));
}

/** Visits have the currency that was looked at, or none: they are counted with the channel, whichever it was. */
export function channelRows(report: Report, currency: string): readonly Row[] {
  const channels = [...new Set(report.rows.map(({ of }) => of['channel'] ?? ''))];
  return channels.map((channel) => {
    const rows = report.rows.filter(({ of }) => of['channel'] === channel);
    const sold = rows.find((row) => row.currency === currency);
    const sessions = rows.reduce((sum, { values }) => sum + sizeOf(values['sessions']), 0);
    return { of: { channel }, currency, values: { net_sales: '0', ...sold?.values, sessions } };
  });
}

function topRows(
  rows: readonly Row[],
  by: string,
  tell: (row: Row) => Omit<TopRow, 'share'>,
): readonly TopRow[] {
  const size = ({ values }: Row) => sizeOf(values[by]);
  const sorted = rows.toSorted(
    (a, b) => size(b) - size(a) || sizeOf(b.values['sessions']) - sizeOf(a.values['sessions']),
  );
  const most = Math.max(1e-9, ...sorted.map(size));
  return sorted.slice(0, MOST).map((row) => ({ ...tell(row), share: size(row) / most }));
}
