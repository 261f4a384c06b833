import { Link } from '@tanstack/react-router';
import { type Asked, addressWith } from '../span/use-asked.ts';
import { analyticsWords, wordOf } from '../words.ts';
import styles from './overview.module.css';

const EXPLAINED_BY: Readonly<Record<string, string>> = {
  ...{ net_sales: 'net_sales', orders: 'orders', average_order_value: 'net_sales' },
  ...{ conversion_rate: 'orders', sessions: 'orders', contribution_margin_1: 'contribution_margin_1' },
};

/** From a number that changed to what made it change, of those that can be taken apart. */
export function WhyLink({ of, asked }: { readonly of: string; readonly asked: Asked }) {
  const t = analyticsWords();
  const explained = EXPLAINED_BY[of];
  if (explained === undefined) return null;
  return (
    <Link
      className={styles.ask}
      to={`${addressWith('/analytics/why', asked)}&of=${explained}`}
      aria-label={t.why.askOf(wordOf(t.measures, of))}
    >
      {t.why.ask}
    </Link>
  );
}
