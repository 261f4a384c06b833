import { percentOf } from '../../../../platform/cockpit/text/index.ts';
import { type Pace, UNITS } from '../kpis.ts';
import { targetWords } from '../words.ts';
import styles from './pace.module.css';

/**
 * What came so far as a bar towards the target, with a mark where it was to be by now and, paler, where it will probably
 * end. Of a share or a mean the mark is the target itself.
 */
export function PaceBar({
  of: { kpi, state, actual, amount, expectedShare, forecast },
}: {
  readonly of: Pace;
}) {
  const isRate = UNITS[kpi] === 'share' || kpi === 'average_order_value';
  const target = Number(amount);
  const share = Number(actual ?? 0) / target;
  const ends = forecast ? [forecast.likely.low, forecast.likely.high].map((end) => Number(end) / target) : [];
  const most = Math.max(1.02, share, ...ends) * (isRate ? 1.15 : 1);
  const at = (part: number) => `${(Math.max(part, 0) / most) * 100}%`;
  const [low = 0, high = 0] = ends;
  const mark = isRate ? 1 : expectedShare;
  return (
    <span className={styles.bar} data-state={state} role="img" aria-label={label(share, mark)}>
      {forecast && (
        <span className={styles.likely} style={{ left: at(low), width: `max(3px, ${at(high - low)})` }} />
      )}
      <span className={styles.soFar} style={{ width: at(share) }} />
      <span className={styles.target} style={{ left: at(1) }} />
      {!isRate && <span className={styles.mark} style={{ left: at(mark) }} />}
    </span>
  );
}

function label(share: number, mark: number): string {
  return targetWords().bar(percentOf(share, 0), percentOf(mark, 0));
}
