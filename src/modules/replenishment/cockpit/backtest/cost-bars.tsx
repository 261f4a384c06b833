import { percentOf, wholeMoneyOf } from '../../../../platform/cockpit/text/index.ts';
import { replenishmentWords } from '../words.ts';
import styles from './backtest.module.css';
import type { Backtest } from './backtest.ts';

const PARTS = ['lost', 'keeping', 'ordering'] as const;

/** What each policy would have cost, as bars of the same scale: the shortest is the best. */
export function CostBars({ of: { policies } }: { readonly of: Backtest }) {
  const t = replenishmentWords().backtest;
  const most = Math.max(1, ...policies.map(({ outcome }) => Number(outcome.cost.amount)));
  return (
    <div className={styles.bars}>
      <h3>{t.cost}</h3>
      <ul>
        {policies.map(({ id, outcome }) => {
          const [lost, keeping] = [Number(outcome.lostMargin.amount), Number(outcome.holdingCost.amount)];
          const of = { lost, keeping, ordering: Math.max(0, Number(outcome.cost.amount) - lost - keeping) };
          return (
            <li key={id} data-own={id === 'yours' || undefined}>
              <span>
                {t.policies[id]}
                <span className={styles.dim}>{t.served(percentOf(outcome.fillRate, 0))}</span>
              </span>
              <span className={styles.bar} aria-hidden="true">
                {PARTS.map((part) => (
                  <span key={part} data-part={part} style={{ width: `${(100 * of[part]) / most}%` }} />
                ))}
              </span>
              <span className={styles.amount}>{wholeMoneyOf(outcome.cost)}</span>
            </li>
          );
        })}
      </ul>
      <p className={styles.legend}>
        {PARTS.map((part) => (
          <span key={part} data-part={part}>
            {t.parts[part]}
          </span>
        ))}
      </p>
    </div>
  );
}
