import { Link } from '@tanstack/react-router';
import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { decisionWords } from '../words.ts';
import { scaleOf } from './scale.ts';
import styles from './score.module.css';

export type KindScore = Told<'readDecisionScore'>['kinds'][number];
type Score = KindScore['scores'][number];

const SHOWN = 12;

/**
 * Each decision as a line: the range that was said of it, and a dot where it came out, with how sure that is; within or beyond
 * is said by its form as well as by its colour.
 */
export function Ranges({ of: scores }: { readonly of: readonly Score[] }) {
  const t = decisionWords();
  const shown = scores.slice(0, SHOWN);
  const scale = scaleOf(
    shown.flatMap(({ low, high, realisedLow, realisedHigh }) =>
      [low, high, realisedLow, realisedHigh].map(({ amount }) => Number(amount)),
    ),
  );
  return (
    <>
      <ul className={styles.ranges} aria-label={t.score.chartLabel(shown.length)}>
        {shown.map((one) => (
          <Range key={one.id} of={one} scale={scale} />
        ))}
      </ul>
      <p className={styles.legend}>
        <span>
          <i className={styles.keyRange} /> {t.score.rangeKey}
        </span>
        <span>
          <i className={styles.keyDot} /> {t.score.insideKey}
        </span>
        <span>
          <i className={styles.keyOutside} /> {t.score.outsideKey}
        </span>
        <span>
          <i className={styles.keyWhisker} /> {t.score.sure}
        </span>
      </p>
    </>
  );
}

function Range({ of: one, scale }: { readonly of: Score; readonly scale: ReturnType<typeof scaleOf> }) {
  const t = decisionWords();
  const { id, label, low, high, realised, realisedLow, realisedHigh, predicted, isHeld } = one;
  const number = ({ amount }: Score['low']) => Number(amount);
  return (
    <li>
      <Link className={styles.label} to={`/decisions/${id}`}>
        {label}
      </Link>
      <span className={styles.track} aria-hidden>
        <span className={styles.zero} style={scale.at(0)} />
        <span className={styles.range} style={scale.between(number(low), number(high))} />
        <span className={styles.said} style={scale.at(number(predicted))} />
        <span className={styles.sure} style={scale.between(number(realisedLow), number(realisedHigh))} />
        <span className={styles.dot} data-held={isHeld || undefined} style={scale.at(number(realised))} />
      </span>
      <span className={styles.amount}>
        {moneyOf(realised)}
        <span className={styles.hidden}>{isHeld ? t.score.insideKey : t.score.outsideKey}</span>
      </span>
    </li>
  );
}
