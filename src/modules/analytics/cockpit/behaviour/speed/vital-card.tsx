import { countOf, percentOf } from '../../../../../platform/cockpit/text/index.ts';
import { type Row, sizeOf } from '../../report.ts';
import { analyticsWords } from '../../words.ts';
import styles from './speed.module.css';
import { type Metric, type Rating, ratingOf, vitalText } from './vitals.ts';

const RATINGS: readonly Rating[] = ['good', 'needs_work', 'poor'];

/** A metric: its value, whether that is good, and how page views are divided. */
export function VitalCard({ metric, row }: { readonly metric: Metric; readonly row: Row | undefined }) {
  const t = analyticsWords().behaviour;
  const value = row?.values['p75'];
  const rating = value === null || value === undefined ? undefined : ratingOf(metric, Number(value));
  return (
    <article className={styles.vital} aria-label={metric}>
      <header>
        <abbr title={t.vitals[metric]}>{metric}</abbr>
        <span>{t.vitals[metric]}</span>
      </header>
      {rating === undefined || row === undefined ? (
        <p className={styles.none}>{t.notMeasured}</p>
      ) : (
        <>
          <p className={styles.value} data-rating={rating}>
            {vitalText(metric, Number(value))} <span>{t.ratings[rating]}</span>
          </p>
          <div className={styles.parts} aria-hidden>
            {RATINGS.map((part) => (
              <span key={part} data-rating={part} style={{ width: `${sizeOf(row.values[part]) * 100}%` }} />
            ))}
          </div>
          <ul className={styles.shares}>
            {RATINGS.map((part) => (
              <li key={part} data-rating={part}>
                {percentOf(sizeOf(row.values[part]), 0)} {t.ratings[part]}
              </li>
            ))}
          </ul>
          <p className={styles.count}>{t.measured(countOf(sizeOf(row.values['measured'])))}</p>
        </>
      )}
    </article>
  );
}
