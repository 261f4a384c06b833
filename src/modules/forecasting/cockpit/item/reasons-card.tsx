import { Card } from '../../../../platform/cockpit/page/index.ts';
import styles from '../forecast.module.css';
import { type Reason, reasonText } from '../reason-text.ts';
import { forecastWords } from '../words.ts';

/** Why a forecast is what it is, in words, each with a bar as long as it is strong. */
export function ReasonsCard({
  of,
  isEnough,
}: {
  readonly of: readonly Reason[];
  readonly isEnough: boolean;
}) {
  const t = forecastWords();
  const most = Math.max(0.01, ...of.map(({ effect }) => Math.abs(effect)));
  const none = isEnough ? t.reasons.none : t.notEnough;
  return (
    <Card title={t.why} about={t.item.whyAbout}>
      <ul className={styles.reasons}>
        {of.map((reason) => (
          <li key={reasonText(reason)} className={styles.reason}>
            <span>{reasonText(reason)}</span>
            <span className={styles.effect} aria-hidden>
              <span
                data-less={reason.effect < 0 || undefined}
                style={{ left: 0, width: `${(Math.abs(reason.effect) / most) * 100}%` }}
              />
            </span>
          </li>
        ))}
        {of.length === 0 && <li>{none}</li>}
      </ul>
    </Card>
  );
}
