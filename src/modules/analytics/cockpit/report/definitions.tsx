import { Card } from '../../../../platform/cockpit/page/index.ts';
import type { Report } from '../report.ts';
import { analyticsWords, definitionOf, wordOf } from '../words.ts';
import styles from './report.module.css';

/** What each number of a report is, and of which time it speaks. */
export function Definitions({ of: { measures, totals } }: { readonly of: Report }) {
  const t = analyticsWords();
  return (
    <Card title={t.definitionsTitle}>
      <dl className={styles.definitions}>
        {measures.map(({ id, about, timeRule }) => (
          <div key={id}>
            <dt>{wordOf(t.measures, id)}</dt>
            <dd>
              {definitionOf(about)} <span className={styles.rule}>{definitionOf(timeRule)}</span>
            </dd>
          </div>
        ))}
      </dl>
      {totals.some(({ bounds }) => bounds !== undefined) && <p className={styles.rule}>{t.boundsAbout}</p>}
    </Card>
  );
}
