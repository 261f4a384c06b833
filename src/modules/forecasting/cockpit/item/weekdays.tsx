import { percentOf } from '../../../../platform/cockpit/text/index.ts';
import styles from '../forecast.module.css';
import { weekdayName } from '../reason-text.ts';

/** How a week's pieces fall on its days. */
export function Weekdays({ of, label }: { readonly of: readonly number[]; readonly label: string }) {
  const most = Math.max(...of, 0.01);
  const names = of.map((share, index) => `${weekdayName(index + 1, 'short')} ${percentOf(share, 0)}`);
  return (
    <div className={styles.weekdays} role="img" aria-label={`${label}: ${names.join(', ')}`}>
      {of.map((share, index) => (
        <span key={weekdayName(index + 1, 'long')} className={styles.weekday}>
          <i style={{ height: `${(share / most) * 60}px` }} />
          {weekdayName(index + 1, 'short')}
        </span>
      ))}
    </div>
  );
}
