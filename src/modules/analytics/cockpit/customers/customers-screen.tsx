import { Users } from 'lucide-react';
import { useState } from 'react';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { EmptyState, LoadingState, Page } from '../../../../platform/cockpit/page/index.ts';
import { useSession } from '../../../../platform/cockpit/state/index.ts';
import { momentOf } from '../../../../platform/cockpit/text/index.ts';
import { OrdersDrawer } from '../drill/orders-drawer.tsx';
import { currenciesIn, type Report, type Row, rowsIn, totalIn } from '../report.ts';
import { ReportShown, useFreshNumbers } from '../report-shown.tsx';
import { daysText } from '../span/day-text.ts';
import type { Asked } from '../span/use-asked.ts';
import { analyticsWords, wordOf } from '../words.ts';
import { CustomerTiles } from './customer-tiles.tsx';
import { useCustomersAsked } from './customers-asked.ts';
import { CustomersBar } from './customers-bar.tsx';
import { SecondOrderCard } from './second-order-card.tsx';
import { SegmentsCard } from './segments-card.tsx';
import { WorthCard } from './worth-card.tsx';

/** Who the customers are, what they will be worth, and how long until they order again. */
export function Screen() {
  const t = analyticsWords();
  const { shop } = useSession();
  const { asked } = useCustomersAsked();
  const about = { about: ['analytics'], isKept: true };
  const sent = { params: { id: 'customer_segments' }, query: asked.query };
  const segments = useRead('runReport', sent, about);
  useFreshNumbers(segments);
  const currencies = segments.data ? currenciesIn(segments.data, shop.currency) : [];
  const currency = currencies.find((one) => one === asked.currency) ?? currencies[0];
  const asOf = segments.data?.asOf;
  return (
    <Page
      title={t.ofCustomers.title}
      about={[daysText(asked.days), ...(asOf === undefined ? [] : [t.asOf(momentOf(asOf))])].join(' · ')}
    >
      <CustomersBar currencies={currencies} currency={currency} />
      <ReportShown of={segments} loading={<LoadingState lines={12} />}>
        {(report) =>
          currency === undefined ? (
            <EmptyState icon={Users} title={t.ofCustomers.empty} text={t.ofCustomers.emptyText} />
          ) : (
            <Numbers key={currency} {...{ asked, currency, report }} />
          )
        }
      </ReportShown>
    </Page>
  );
}

export type Opened = { readonly report: string; readonly row: Row; readonly title: string };

function Numbers({
  asked,
  currency,
  report,
}: {
  readonly asked: Asked;
  readonly currency: string;
  readonly report: Report;
}) {
  const t = analyticsWords();
  const [opened, setOpened] = useState<Opened>();
  const about = { about: ['analytics'], isKept: true };
  const { grain: _, ...days } = asked.query;
  const value = useRead('readCustomerValue', { query: { ...days, currency } }, about);
  const second = useRead('readSecondOrder', { query: { ...days, currency } }, about);
  return (
    <>
      <CustomerTiles total={totalIn(report, currency)} value={value.data} second={second.data} />
      <SegmentsCard
        {...{ asked, currency }}
        rows={rowsIn(report, currency)}
        onOpen={(of, row) => setOpened({ report: of, row, title: wordOf(t.values, row.of['segment'] ?? '') })}
      />
      <WorthCard of={value} />
      <SecondOrderCard of={second} asked={asked} />
      <OrdersDrawer
        report={opened?.report ?? ''}
        row={opened?.row}
        title={opened?.title ?? ''}
        asked={asked}
        onClose={() => setOpened(undefined)}
      />
    </>
  );
}
