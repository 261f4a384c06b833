import { ArrowDownRight, ArrowRight, ArrowUpRight } from 'lucide-react';
import { percentOf } from '../text/format.ts';
import styles from './trend.module.css';

/**
 * How much more or less than before, as a share. `isGoodUp` says whether more is better; the arrow says it without colour.
 *
 * @param share `(now − before) / before`; `undefined` when there is nothing to compare with
 */
export function Trend({
  share,
  isGoodUp = true,
}: {
  readonly share: number | undefined;
  readonly isGoodUp?: boolean;
}) {
  if (share === undefined || !Number.isFinite(share)) return <span className={styles.trend}>–</span>;
  const Arrow = Math.abs(share) < 0.0005 ? ArrowRight : share > 0 ? ArrowUpRight : ArrowDownRight;
  const isGood = share > 0 === isGoodUp;
  const tone = Arrow === ArrowRight ? 'even' : isGood ? 'good' : 'bad';
  return (
    <span className={styles.trend} data-tone={tone}>
      <Arrow size={14} aria-hidden />
      {share > 0 ? '+' : ''}
      {percentOf(share)}
    </span>
  );
}

/** An estimate with the bounds that it lies between: `412 (380–450)`. */
export function Interval(props: {
  readonly value: string;
  readonly low: string;
  readonly high: string;
  /** The bounds below the value, where a column has two lines. */
  readonly isStacked?: boolean;
}) {
  return (
    <span className={styles.interval} data-stacked={props.isStacked || undefined}>
      {props.value}{' '}
      <span className={styles.bounds}>
        ({props.low}–{props.high})
      </span>
    </span>
  );
}

/** A line of past values without axes; the numbers stand beside it. */
export function Sparkline({ values, label }: { readonly values: readonly number[]; readonly label: string }) {
  if (values.length < 2) return null;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const y = (value: number) => (high === low ? 12 : 22 - ((value - low) / (high - low)) * 20);
  const points = values.map(
    (value, index) => `${(index / (values.length - 1)) * 96 + 2},${y(value).toFixed(1)}`,
  );
  return (
    <svg
      viewBox="0 0 100 24"
      className={styles.spark}
      role="img"
      aria-label={label}
      preserveAspectRatio="none"
    >
      <polyline points={points.join(' ')} />
    </svg>
  );
}
