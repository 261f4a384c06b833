import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { LoadingState, Page } from '../../../../platform/cockpit/page/index.ts';
import { textIn, useAddress, useSession } from '../../../../platform/cockpit/state/index.ts';
import { OrdersDrawer } from '../drill/orders-drawer.tsx';
import { currenciesIn, type Row } from '../report.ts';
import { ReportShown, SpanProblem, useFreshNumbers } from '../report-shown.tsx';
import { SpanBar } from '../span/span-bar.tsx';
import { SpanLine } from '../span/span-line.tsx';
import { useAsked } from '../span/use-asked.ts';
import { analyticsWords } from '../words.ts';
import { DeadStock } from './dead-stock.tsx';
import { Movers } from './movers.tsx';
import { Performance } from './performance.tsx';
import styles from './products.module.css';
import { Range } from './range.tsx';
import { Together } from './together.tsx';

const VIEWS = ['performance', 'range', 'movers', 'together', 'dead'] as const;

/** How products do: seen, bought, sent back, in stock; the make-up of the range; what moves; what goes together. */
export function Screen() {
  const t = analyticsWords();
  const { shop } = useSession();
  const [asked] = useAsked();
  const [query, change] = useAddress();
  const [opened, setOpened] = useState<{
    readonly report: string;
    readonly row: Row;
    readonly title: string;
  }>();
  const view = VIEWS.find((one) => one === textIn(query, 'view')) ?? 'performance';
  const { problem } = asked;
  const sent = { params: { id: 'product_performance' }, query: { ...asked.query, limit: '1000' } };
  const read = useRead('runReport', sent, {
    about: ['analytics'],
    isOff: problem !== undefined,
    isKept: true,
  });
  useFreshNumbers(read);
  const currencies = read.data ? currenciesIn(read.data, shop.currency) : [];
  const currency = currencies.find((one) => one === asked.currency) ?? currencies[0];
  const open = (report: string) => (row: Row, title: string) => setOpened({ report, row, title });
  const shown = { asked, currency };
  return (
    <Page title={t.ofProducts.title} about={<SpanLine of={read.data} />}>
      <SpanBar currencies={currencies} currency={currency} />
      <div className={styles.views}>
        <SegmentedControl
          aria-label={t.ofProducts.view}
          value={view}
          data={VIEWS.map((value) => ({ value, label: t.ofProducts.views[value] }))}
          onChange={(value) => change({ view: value })}
        />
      </div>
      {problem !== undefined ? (
        <SpanProblem of={problem} />
      ) : (
        <ReportShown of={read} loading={<LoadingState lines={12} />}>
          {(report) => (
            <>
              {view === 'performance' && (
                <Performance {...shown} report={report} onOpen={open('product_performance')} />
              )}
              {view === 'range' && <Range {...shown} onOpen={open('abc_xyz')} />}
              {view === 'movers' && <Movers {...shown} onOpen={open('product_movers')} />}
              {view === 'together' && (
                <Together {...shown} onOpen={(id, row, title) => open(id)(row, title)} />
              )}
              {view === 'dead' && <DeadStock {...shown} />}
            </>
          )}
        </ReportShown>
      )}
      <OrdersDrawer
        report={opened?.report ?? ''}
        row={opened?.row}
        title={opened?.title ?? ''}
        asked={asked}
        onClose={() => setOpened(undefined)}
      />
    </Page>
  );
}
