import { Card, EmptyState } from '../../../../platform/cockpit/page/index.ts';
import { measureIn, type Report, rowsIn } from '../report.ts';
import { daysText } from '../span/day-text.ts';
import type { Asked } from '../span/use-asked.ts';
import { TimeChart } from '../time-chart.tsx';
import { analyticsWords } from '../words.ts';
import styles from './overview.module.css';

// As high as what stands beside it.
const HEIGHT = 336;

/** Net sales over time, with what it is compared with. */
export function SalesCard({
  asked,
  sales,
  currency,
}: {
  readonly asked: Asked;
  readonly sales: Report;
  readonly currency: string;
}) {
  const t = analyticsWords();
  const measure = measureIn(sales, 'net_sales');
  const rows = rowsIn(sales, currency);
  const title = t.overTime[asked.grain](t.measures.net_sales);
  if (measure === undefined || rows.length === 0) {
    return (
      <Card title={title}>
        <EmptyState title={t.noSales} text={t.noSalesText} />
      </Card>
    );
  }
  return (
    <Card title={title} actions={<Legend report={sales} />}>
      <TimeChart
        {...{ report: sales, rows, measure, currency }}
        title={t.measures.net_sales}
        grain={asked.grain}
        hour={asked.hour}
        height={HEIGHT}
      />
    </Card>
  );
}

export function Legend({ report: { span, comparedWith } }: { readonly report: Report }) {
  return (
    <div className={styles.legend}>
      <span>{daysText(span)}</span>
      {comparedWith && <span data-of="before">{daysText(comparedWith)}</span>}
    </div>
  );
}
