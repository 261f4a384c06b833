import { ChartSpline, TrendingDown, TrendingUp } from 'lucide-react';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card, EmptyState, LoadingState } from '../../../../platform/cockpit/page/index.ts';
import { countOf, percentOf } from '../../../../platform/cockpit/text/index.ts';
import { type Row, rowsIn, sizeOf, valueText } from '../report.ts';
import { ReportShown } from '../report-shown.tsx';
import type { Asked } from '../span/use-asked.ts';
import { analyticsWords } from '../words.ts';
import styles from './products.module.css';

type Shown = {
  readonly asked: Asked;
  readonly currency: string | undefined;
  readonly onOpen: (row: Row, title: string) => void;
};

/** What is in more orders than before, and what in fewer: only what chance does not explain. */
export function Movers({ asked, currency, onOpen }: Shown) {
  const t = analyticsWords();
  const words = t.ofProducts;
  const sent = { params: { id: 'product_movers' }, query: { ...asked.query, limit: '1000' } };
  const read = useRead('runReport', sent, { about: ['analytics'], isKept: true });
  return (
    <ReportShown of={read} loading={<LoadingState lines={8} />}>
      {(report) => {
        const rows = rowsIn(report, currency);
        const of = (direction: string) => rows.filter((row) => row.of['direction'] === direction);
        if (rows.length === 0)
          return <EmptyState icon={ChartSpline} title={words.fewOrders} text={words.fewOrdersText} />;
        const steady = of('steady').length;
        return (
          <>
            <p className={styles.note}>{words.moversAbout}</p>
            <div className={styles.columns}>
              <Card title={words.riser}>
                <List rows={of('rising')} none={words.noRisers} {...{ currency, onOpen }} isUp />
              </Card>
              <Card title={words.faller}>
                <List rows={of('falling')} none={words.noFallers} {...{ currency, onOpen }} isUp={false} />
              </Card>
            </div>
            {steady > 0 && <p className={styles.note}>{words.steadyCount(countOf(steady), steady)}</p>}
          </>
        );
      }}
    </ReportShown>
  );
}

function List({
  rows,
  none,
  currency,
  isUp,
  onOpen,
}: {
  readonly rows: readonly Row[];
  readonly none: string;
  readonly currency: string | undefined;
  readonly isUp: boolean;
  readonly onOpen: Shown['onOpen'];
}) {
  const t = analyticsWords();
  const Arrow = isUp ? TrendingUp : TrendingDown;
  if (rows.length === 0) return <p className={styles.note}>{none}</p>;
  return (
    <ul className={styles.movers}>
      {rows.map((row) => {
        const title = row.of['title'] || t.unknown;
        const share = (id: string) => percentOf(sizeOf(row.values[id]));
        const change = sizeOf(row.values['net_sales_change']);
        return (
          <li key={row.of['product']}>
            <Arrow size={16} aria-hidden className={isUp ? styles.good : styles.bad} />
            <div>
              <button type="button" className={styles.open} onClick={() => onOpen(row, title)}>
                {title}
              </button>
              <span className={styles.under}>
                {t.ofProducts.ofOrders(share('order_share'), share('order_share_before'))} ·{' '}
                {t.surely(share('order_share_low'), share('order_share_high'))}
              </span>
            </div>
            <span className={styles.number}>
              {change > 0 ? '+' : ''}
              {valueText(row.values['net_sales_change'], 'money', currency)}
              <span className={styles.under}>
                {t.measures.orders} {valueText(row.values['orders_before'], 'count', undefined)} →{' '}
                {valueText(row.values['orders'], 'count', undefined)}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
