import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import type { WholeDecision } from '../decision.ts';
import { decisionWords } from '../words.ts';
import styles from './goods-chart.module.css';

type Evidence = NonNullable<WholeDecision['evidence']['chart']>;

/** What each of some goods is expected to bring, the most first: a bar to it, and a line for its range. */
export function GoodsChart({ of: chart, currency }: { readonly of: Evidence; readonly currency: string }) {
  const t = decisionWords();
  const { labels = [], series } = chart;
  const [{ values, low = [], high = [] } = { values: [] }] = series;
  const [least, most] = [Math.min(0, ...low, ...values), Math.max(0, ...high, ...values)];
  const placed = (value: number) => ((value - least) / Math.max(1e-9, most - least)) * 100;
  const amount = (value: number) => moneyOf({ amount: String(value), currency });
  const between = (from: number, to: number) => ({
    left: `${placed(Math.min(from, to))}%`,
    width: `${Math.abs(placed(to) - placed(from))}%`,
  });
  return (
    <figure className={styles.figure}>
      <ul className={styles.goods}>
        {values.map((value, at) => {
          const [from, to] = [low[at] ?? value, high[at] ?? value];
          const label = labels[at] || t.allOthers;
          return (
            <li key={label} title={t.range(amount(from), amount(to))}>
              <span className={styles.label}>{label}</span>
              <span className={styles.amount}>{amount(value)}</span>
              <span className={styles.track} aria-hidden>
                <span className={styles.bar} data-costs={value < 0 || undefined} style={between(0, value)} />
                <span className={styles.range} style={between(from, to)} />
                <span className={styles.zero} style={{ left: `${placed(0)}%` }} />
              </span>
            </li>
          );
        })}
      </ul>
      <figcaption>{t.charts.goods}</figcaption>
    </figure>
  );
}
