import { Card } from '../../../../platform/cockpit/page/index.ts';
import type { Report } from '../report.ts';
import { analyticsWords, definitionOf, wordOf } from '../words.ts';
import styles from './report.module.css';

/** What a report is, what it tells apart, and what each of its numbers is and of which time it speaks. */
export function Definitions({ of: { about, dimensions, measures, totals } }: { readonly of: Report }) {
  const t = analyticsWords();
  return (
    <Card title={t.definitionsTitle} about={definitionOf(about)}>
      <dl className={styles.definitions}>
        {dimensions.map(({ id, about: meaning }) => (
          <div key={id}>
            <dt>{wordOf(t.dimensions, id)}</dt>
            <dd>{definitionOf(meaning)}</dd>
          </div>
        ))}
        {measures.map(({ id, about: meaning, timeRule }) => (
          <div key={id}>
            <dt>{wordOf(t.measures, id)}</dt>
            <dd>
              {definitionOf(meaning)} <span className={styles.rule}>{definitionOf(timeRule)}</span>
            </dd>
          </div>
        ))}
      </dl>
      {totals.some(({ bounds }) => bounds !== undefined) && <p className={styles.rule}>{t.boundsAbout}</p>}
    </Card>
  );
}
