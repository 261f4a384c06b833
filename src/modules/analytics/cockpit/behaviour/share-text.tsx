import { percentOf } from '../../../../platform/cockpit/text/index.ts';
import { wilsonInterval } from '../../../../statistics/index.ts';
import { sizeOf, type Value } from '../report.ts';
import { analyticsWords } from '../words.ts';
import styles from './behaviour.module.css';

const CONFIDENCE = 0.95;

/** A share of so many as an estimate, with where it lies 95 times of 100 (Wilson's interval). */
export function ShareText({ part, whole }: { readonly part: Value; readonly whole: Value }) {
  const of = sizeOf(whole);
  if (of <= 0) return <>–</>;
  const some = Math.min(sizeOf(part), of);
  const { low, high } = wilsonInterval(some, of, CONFIDENCE);
  return (
    <span className={styles.estimate}>
      <strong>{percentOf(some / of)}</strong>
      <span>{analyticsWords().surely(percentOf(low), percentOf(high))}</span>
    </span>
  );
}
