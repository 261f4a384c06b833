import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { analyticsWords } from '../words.ts';
import styles from './agreement.module.css';
import { isZero, PARTS, type SettledDay, sumOf } from './sums.ts';

/** What was sold, and into what it went: an addition, each part with its length. */
export function Where({
  days,
  currency,
}: {
  readonly days: readonly SettledDay[];
  readonly currency: string;
}) {
  const t = analyticsWords().agreement;
  const own = days.filter(({ sold }) => sold.currency === currency);
  const sold = sumOf(
    own.map((day) => day.sold),
    currency,
  );
  const parts = PARTS.map((part) => {
    const amounts = own.map((day) => day.parts[part]);
    return { part, amount: sumOf(amounts, currency) };
  }).filter(({ part, amount }) => part === 'paid_out' || !isZero(amount));
  const longest = Math.max(1, ...parts.map(({ amount }) => Math.abs(Number(amount.amount))));
  return (
    <dl className={styles.sum}>
      {parts.map(({ part, amount }) => (
        <div key={part} data-below={amount.amount.startsWith('-') || undefined}>
          <dt>{t.parts[part]}</dt>
          <dd>{moneyOf(amount)}</dd>
          <span className={styles.length} aria-hidden>
            <span style={{ width: `${(Math.abs(Number(amount.amount)) / longest) * 100}%` }} />
          </span>
        </div>
      ))}
      <div className={styles.total}>
        <dt>{t.sold}</dt>
        <dd>{moneyOf(sold)}</dd>
      </div>
    </dl>
  );
}
