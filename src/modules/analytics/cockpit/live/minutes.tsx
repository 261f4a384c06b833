import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { analyticsWords } from '../words.ts';
import styles from './live.module.css';

type Minute = { readonly at: string; readonly views: number };

/** Page views of the last half hour as a column each; the right one is the minute that goes on. */
export function Minutes({ minutes }: { readonly minutes: readonly Minute[] }) {
  const t = analyticsWords().live;
  const most = Math.max(1, ...minutes.map(({ views }) => views));
  const agoOf = (index: number) => {
    const ago = minutes.length - 1 - index;
    return ago === 0 ? t.thisMinute : t.minutesAgo(countOf(ago));
  };
  return (
    <>
      <ol className={styles.minutes}>
        {minutes.map(({ at, views }, index) => (
          <li key={at} title={t.minute(agoOf(index), countOf(views))}>
            <span className={styles.unseen}>{t.minute(agoOf(index), countOf(views))}</span>
            <span style={{ height: `${(views / most) * 100}%` }} aria-hidden />
          </li>
        ))}
      </ol>
      <div className={styles.axis} aria-hidden>
        <span>{t.minutesAgo(countOf(minutes.length))}</span>
        <span>{t.thisMinute}</span>
      </div>
    </>
  );
}
