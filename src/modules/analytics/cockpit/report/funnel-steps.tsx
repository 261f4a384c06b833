import { countOf, percentOf } from '../../../../platform/cockpit/text/index.ts';
import { type Row, sizeOf } from '../report.ts';
import { analyticsWords, wordOf } from '../words.ts';
import styles from './report.module.css';
import { FUNNEL_STEPS } from './row-name.ts';

/** How many visits reached each step, and what part of those of the step before. */
export function FunnelSteps({ rows }: { readonly rows: readonly Row[] }) {
  const t = analyticsWords();
  const sizes = FUNNEL_STEPS.map((_, index) => {
    const row = rows.find(({ of }) => of['step'] === String(index + 1));
    return sizeOf(row?.values['reached']);
  });
  const [all = 0] = sizes;
  return (
    <ol className={styles.bars}>
      {FUNNEL_STEPS.map((step, index) => {
        const size = sizes[index] ?? 0;
        const before = sizes[index - 1];
        return (
          <li key={step}>
            <span className={styles.barName}>{wordOf(t.events, step)}</span>
            <span className={styles.barTrack} aria-hidden>
              <span style={{ width: `${all === 0 ? 0 : (size / all) * 100}%` }} />
            </span>
            <span className={styles.barValue}>{countOf(size)}</span>
            <span className={styles.barNote}>
              {before === undefined || before === 0 ? '' : t.ofStepBefore(percentOf(size / before))}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
