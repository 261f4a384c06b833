import { Link } from '@tanstack/react-router';
import { type Asked, addressWith } from '../span/use-asked.ts';
import { analyticsWords, wordOf } from '../words.ts';
import styles from './behaviour.module.css';

/** The way to a report with all its rows, its definitions and the orders behind them. */
export function WholeReport({ id, asked }: { readonly id: string; readonly asked: Asked }) {
  const t = analyticsWords();
  return (
    <Link className={styles.whole} to={addressWith(`/analytics/reports/${id}`, asked)}>
      {t.behaviour.whole}
      <span className={styles.unseen}>: {wordOf(t.reports, id)}</span>
    </Link>
  );
}
