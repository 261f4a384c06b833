import { Card } from '../../../../platform/cockpit/page/index.ts';
import { countOf, moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { Trend, Why } from '../../../../platform/cockpit/value/index.ts';
import { HourBars } from './hour-bars.tsx';
import styles from './today.module.css';
import type { Sales } from './today.ts';
import { todayWords } from './words.ts';

/** What was sold so far today, beside the same weekday until now. */
export function SalesCard({ of: { now, before, hours } }: { readonly of: Sales }) {
  const t = todayWords();
  const share = Number(now.total.amount) / Number(before.total.amount) - 1;
  return (
    <Card title={t.sales} actions={<Why title={t.why} text={t.whyText} />}>
      <div className={styles.sales}>
        <div>
          <div className={styles.total}>
            {moneyOf(now.total)} <Trend share={Number.isFinite(share) ? share : undefined} />
          </div>
          <div className={styles.quiet}>{t.orders(countOf(now.orders))}</div>
          <div className={styles.quiet}>{t.against(moneyOf(before.total), countOf(before.orders))}</div>
        </div>
        <HourBars of={hours} currency={now.total.currency} />
      </div>
    </Card>
  );
}
