import { Link } from '@tanstack/react-router';
import { Money } from '../../../../platform/cockpit/value/index.ts';
import { wholeTimeText } from '../span/day-text.ts';
import { analyticsWords } from '../words.ts';
import styles from './drill.module.css';
import type { ShownOrder } from './shown-order.ts';

/** An order in one line. One of this shop leads to its page; what was sold elsewhere has none, and says whence it came. */
export function OrderLine({ order }: { readonly order: ShownOrder }) {
  const { id, number, origin, day, netSales, currency } = order;
  const line = (
    <>
      <span className={styles.number}>#{number}</span>
      <Money of={{ amount: netSales, currency }} />
      <span className={styles.when}>{wholeTimeText(day, 'day')}</span>
      {origin !== '' && <span className={styles.origin}>{analyticsWords().soldElsewhere(origin)}</span>}
    </>
  );
  if (id === undefined) return <div className={styles.order}>{line}</div>;
  return (
    <Link to={`/orders/${id}`} className={styles.order}>
      {line}
    </Link>
  );
}
