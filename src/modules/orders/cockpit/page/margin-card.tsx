import { Card } from '../../../../platform/cockpit/page/index.ts';
import { moneyOf, percentOf } from '../../../../platform/cockpit/text/index.ts';
import { Why } from '../../../../platform/cockpit/value/index.ts';
import { isZero } from '../money.ts';
import { orderWords } from '../words.ts';
import styles from './order.module.css';
import type { OrderDesk } from './order-desk.ts';

/** What stays, for who may see costs. */
export function MarginCard({ desk: { margin } }: { readonly desk: OrderDesk }) {
  const t = orderWords().page;
  if (margin === undefined) return null;
  const share = Number(margin.margin.amount) / Number(margin.revenue.amount);
  return (
    <Card
      title={t.margin}
      actions={
        <Why
          title={t.marginWhy}
          text={
            <>
              {t.marginText} {margin.unknownLines > 0 && t.unknownCost(margin.unknownLines)}
            </>
          }
          steps={[
            { name: t.revenue, value: moneyOf(margin.revenue) },
            { name: t.cost, value: `− ${moneyOf(margin.cost)}` },
            { name: t.fees, value: `− ${moneyOf(margin.fees)}` },
            ...(isZero(margin.goodwill)
              ? []
              : [{ name: t.goodwill, value: `− ${moneyOf(margin.goodwill)}` }]),
            { name: t.margin, value: moneyOf(margin.margin), isSum: true },
          ]}
        />
      }
    >
      <div style={{ fontSize: 18, fontWeight: 620, fontVariantNumeric: 'tabular-nums' }}>
        {moneyOf(margin.margin)}
        <span className={styles.quiet} style={{ marginLeft: 8, fontWeight: 400 }}>
          {Number.isFinite(share) && percentOf(share)}
          {margin.isEstimate && ` · ${t.estimate}`}
        </span>
      </div>
      {margin.unknownLines > 0 && <div className={styles.quiet}>{t.unknownCost(margin.unknownLines)}</div>}
    </Card>
  );
}
