import { Button } from '@mantine/core';
import { ChartNoAxesCombined } from 'lucide-react';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { EmptyState, LoadingState, Page } from '../../../../platform/cockpit/page/index.ts';
import { useSession } from '../../../../platform/cockpit/state/index.ts';
import { currenciesIn, type Report, sizeOf, totalIn } from '../report.ts';
import { ReportShown, SpanProblem, useFreshNumbers } from '../report-shown.tsx';
import { SpanBar } from '../span/span-bar.tsx';
import { SpanLine } from '../span/span-line.tsx';
import { type Asked, useAsked } from '../span/use-asked.ts';
import { analyticsWords } from '../words.ts';
import { AgreementLine } from './agreement-line.tsx';
import { LeftCard } from './left-card.tsx';
import { Channels, Products } from './lists.tsx';
import styles from './overview.module.css';
import { SalesCard } from './sales-card.tsx';
import { FirstTiles, MoreTiles } from './tiles-row.tsx';

/**
 * How the shop does, what matters first: four numbers, net sales over time beside what is left of them, who came and what came
 * back, what and where it was sold. That it agrees with the books stands below; that it does not, above all.
 */
export function Screen() {
  const t = analyticsWords();
  const { shop } = useSession();
  const [asked] = useAsked();
  const { problem, query } = asked;
  const today = asked.hour.slice(0, 10);
  const about = { about: ['analytics'], isOff: problem !== undefined, isKept: true };
  const sales = useRead('runReport', { params: { id: 'sales_over_time' }, query }, about);
  useFreshNumbers(sales);
  const visits = useRead('runReport', { params: { id: 'conversion' }, query }, about);
  const currencies = sales.data ? currenciesIn(sales.data, shop.currency) : [];
  const currency = currencies.find((one) => one === asked.currency) ?? currencies[0] ?? shop.currency;
  return (
    <Page title={t.title} about={<SpanLine of={sales.data} />}>
      <SpanBar currencies={currencies} currency={currency} />
      <AgreementLine today={today} isOf="differing" />
      {problem !== undefined ? (
        <SpanProblem of={problem} />
      ) : (
        <ReportShown of={sales} loading={<LoadingState lines={10} />}>
          {(report) =>
            report.totals.length === 0 && !hasVisits(visits.data) && !visits.isPending ? (
              <NothingYet />
            ) : (
              <Numbers asked={asked} sales={report} visits={visits} currency={currency} />
            )
          }
        </ReportShown>
      )}
      <AgreementLine today={today} isOf="agreeing" />
    </Page>
  );
}

function hasVisits(visits: Report | undefined): boolean {
  return visits !== undefined && sizeOf(totalIn(visits, undefined)?.values['sessions']) > 0;
}

function Numbers(props: {
  readonly asked: Asked;
  readonly sales: Report;
  readonly visits: { readonly data: Report | undefined; readonly error: Error | null };
  readonly currency: string;
}) {
  const { asked, currency } = props;
  return (
    <>
      <FirstTiles {...props} />
      <div className={styles.wide}>
        <SalesCard asked={asked} sales={props.sales} currency={currency} />
        <LeftCard asked={asked} currency={currency} />
      </div>
      <MoreTiles {...props} />
      <div className={styles.lists}>
        <Products asked={asked} currency={currency} />
        <Channels asked={asked} currency={currency} />
      </div>
    </>
  );
}

function NothingYet() {
  const t = analyticsWords();
  const [{ span }, change] = useAsked();
  return (
    <EmptyState
      icon={ChartNoAxesCombined}
      title={t.empty}
      text={t.emptyText}
      action={
        span === 'year' ? undefined : (
          <Button variant="default" onClick={() => change({ span: 'year', from: undefined, to: undefined })}>
            {t.showYear}
          </Button>
        )
      }
    />
  );
}
