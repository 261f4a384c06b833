import { Link } from '@tanstack/react-router';
import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { decisionWords } from '../words.ts';
import styles from './score.module.css';

export type KindScore = Told<'readDecisionScore'>['kinds'][number];
type Score = KindScore['scores'][number];

const SHOWN = 12;

/**
 * Each decision as a line: the range that was said of it, and a dot where it came out; within or beyond is said by its form
 * as well as by its colour.
 */
export function Ranges({ of: scores }: { readonly of: readonly Score[] }) {
  const t = decisionWords();
  const shown = scores.slice(0, SHOWN);
  const values = shown.flatMap(({ low, high, realised }) =>
    [low, high, realised].map(({ amount }) => Number(amount)),
  );
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const placed = (amount: string) => ((Number(amount) - least) / Math.max(1e-9, most - least)) * 100;
  return (
    <ul className={styles.ranges} aria-label={t.score.chartLabel(shown.length)}>
      {shown.map(({ id, label, low, high, realised, predicted }) => {
        const isHeld =
          Number(low.amount) <= Number(realised.amount) && Number(realised.amount) <= Number(high.amount);
        return (
          <li key={id}>
            <Link className={styles.label} to={`/decisions/${id}`}>
              {label}
            </Link>
            <span className={styles.track} aria-hidden>
              <span className={styles.zero} style={{ left: `${placed('0')}%` }} />
              <span
                className={styles.range}
                style={{
                  left: `${placed(low.amount)}%`,
                  width: `${placed(high.amount) - placed(low.amount)}%`,
                }}
              />
              <span className={styles.said} style={{ left: `${placed(predicted.amount)}%` }} />
              <span
                className={styles.dot}
                data-held={isHeld || undefined}
                style={{ left: `${placed(realised.amount)}%` }}
              />
            </span>
            <span className={styles.amount}>{moneyOf(realised)}</span>
          </li>
        );
      })}
    </ul>
  );
}
