import { Card } from '../../../platform/cockpit/page/index.ts';
import { countOf, percentOf } from '../../../platform/cockpit/text/index.ts';
import styles from './tracking.module.css';
import { type Tracking, trackingWords } from './words.ts';

/** How visitors decided in the last four weeks. */
export function ChoicesCard({
  of: { mode, decisions },
}: {
  readonly of: Pick<Tracking, 'mode' | 'decisions'>;
}) {
  const t = trackingWords();
  const { accepted, rejected, withdrawn, bySignal } = decisions;
  const decided = accepted + rejected;
  const rows = [
    ['accepted', accepted],
    ['rejected', rejected],
  ] as const;
  return (
    <Card title={t.choices} about={mode === 'ask' ? t.choicesAbout : t.choicesOff}>
      <dl className={styles.choices}>
        {rows.map(([name, count]) => (
          <div key={name} data-of={name}>
            <dt>{t.decisions[name]}</dt>
            <dd>
              {countOf(count)}
              {decided > 0 && <span className={styles.share}> {percentOf(count / decided)}</span>}
            </dd>
            <span className={styles.length} aria-hidden>
              <span style={{ width: `${decided === 0 ? 0 : (count / decided) * 100}%` }} />
            </span>
          </div>
        ))}
      </dl>
      <dl className={styles.aside}>
        <div>
          <dt>{t.decisions.withdrawn}</dt>
          <dd>{countOf(withdrawn)}</dd>
        </div>
        <div>
          <dt>{t.decisions.bySignal}</dt>
          <dd>{countOf(bySignal)}</dd>
        </div>
      </dl>
    </Card>
  );
}
