import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import styles from './today.module.css';
import type { Sales } from './today.ts';
import { todayWords } from './words.ts';

const HEIGHT = 64;

/** Sales by the hour of the day: what was before behind what is now. */
export function HourBars({ of, currency }: { readonly of: Sales['hours']; readonly currency: string }) {
  const t = todayWords();
  const most = Math.max(1, ...of.flatMap(({ now, before }) => [Number(now), Number(before)]));
  const tall = (amount: string) => (Number(amount) / most) * HEIGHT;
  return (
    <figure className={styles.chart}>
      <svg
        viewBox={`0 0 240 ${HEIGHT + 2}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${t.now}, ${t.before}: ${of
          .map(({ hour, now, before }) => `${t.hour(String(hour))} ${now} (${before})`)
          .join(', ')}`}
      >
        {of.map(({ hour, now, before }) => (
          <g key={hour}>
            <title>
              {`${t.hour(String(hour))} · ${moneyOf({ amount: now, currency })} (${moneyOf({ amount: before, currency })})`}
            </title>
            <rect
              className={styles.before}
              x={hour * 10 + 1}
              y={HEIGHT - tall(before)}
              width={8}
              height={tall(before)}
              rx={1}
            />
            <rect
              className={styles.now}
              x={hour * 10 + 2.5}
              y={HEIGHT - tall(now)}
              width={5}
              height={tall(now)}
              rx={1}
            />
          </g>
        ))}
        <line x1={0} x2={240} y1={HEIGHT + 1} y2={HEIGHT + 1} className={styles.axis} />
      </svg>
      <figcaption className={styles.legend}>
        <span data-of="now">{t.now}</span>
        <span data-of="before">{t.before}</span>
      </figcaption>
    </figure>
  );
}
