import { countOf, percentOf } from '../../../../../platform/cockpit/text/index.ts';
import { wilsonInterval } from '../../../../../statistics/index.ts';
import { type Row, sizeOf } from '../../report.ts';
import { analyticsWords } from '../../words.ts';
import styles from './funnel.module.css';
import { stepName } from './step-name.ts';

const CONFIDENCE = 0.95;

/** Each step as a line, what part of the step before went on to it, and how many left. */
export function FunnelBars({
  steps,
  rows,
}: {
  readonly steps: readonly string[];
  readonly rows: readonly Row[];
}) {
  const t = analyticsWords();
  const b = t.behaviour;
  const values = steps.map(
    (_, index) => rows.find(({ of }) => of['step'] === String(index + 1))?.values ?? {},
  );
  const most = Math.max(1, ...values.map((one) => sizeOf(one['reached'])));
  return (
    <ol className={styles.bars}>
      {steps.map((step, index) => {
        const { reached, of_before: share, of_first: ofFirst, left_here: left } = values[index] ?? {};
        const before = sizeOf(values[index - 1]?.['reached']);
        const went = Math.round(sizeOf(share) * before);
        const bounds = before > 0 ? wilsonInterval(Math.min(went, before), before, CONFIDENCE) : undefined;
        return (
          <li key={`${index} ${step}`}>
            {bounds && (
              <p className={styles.between}>
                <strong>{percentOf(sizeOf(share))}</strong>{' '}
                {t.surely(percentOf(bounds.low), percentOf(bounds.high))}
              </p>
            )}
            <div className={styles.step}>
              <span className={styles.stepName}>
                <span className={styles.number}>{index + 1}</span> {stepName(step)}
              </span>
              <span className={styles.count}>{countOf(sizeOf(reached))}</span>
            </div>
            <div className={styles.track} aria-hidden>
              <span style={{ width: `${(sizeOf(reached) / most) * 100}%` }} />
            </div>
            <div className={styles.notes}>
              <span>{index > 0 && b.ofFirst(percentOf(sizeOf(ofFirst)))}</span>
              <span>{index < steps.length - 1 && b.lost(countOf(sizeOf(left)))}</span>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
