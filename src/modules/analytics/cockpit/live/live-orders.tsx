import { Link } from '@tanstack/react-router';
import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { countOf, countryName, moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { analyticsWords } from '../words.ts';
import { clockOf } from './clock.ts';
import styles from './live.module.css';

type Order = Told<'readLive'>['orders'][number];
const MOST = 8;

/** What was bought in the last half hour; whoever may see orders gets to each. */
export function LiveOrders({ orders }: { readonly orders: readonly Order[] }) {
  const t = analyticsWords().live;
  const isAllowed = useMay()('orders:read');
  return (
    <Card
      title={t.orders}
      about={orders.length > 0 ? t.total(countOf(orders.length), sumsText(orders)) : undefined}
      isFlush
    >
      {orders.length === 0 ? (
        <p className={styles.nobody}>{t.noOrders}</p>
      ) : (
        <ul className={styles.list}>
          {orders.slice(0, MOST).map(({ id, number, placedAt, country, total }) => (
            <li key={id}>
              <span className={styles.name}>
                {isAllowed ? <Link to={`/orders/${id}`}>#{number}</Link> : `#${number}`}
                <span className={styles.quiet}>
                  {' '}
                  {clockOf(placedAt)} · {countryName(country)}
                </span>
              </span>
              <span className={styles.count}>{moneyOf(total)}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** What orders come to, by currency; whole smallest units, so that no cent is lost. */
function sumsText(orders: readonly Order[]): string {
  const byCurrency = Map.groupBy(orders, ({ total }) => total.currency);
  return [...byCurrency]
    .map(([currency, own]) => moneyOf({ amount: sumOf(own.map(({ total }) => total.amount)), currency }))
    .join(' + ');
}

/** Decimals of as many places each. */
function sumOf(amounts: readonly string[]): string {
  const places = amounts[0]?.split('.')[1]?.length ?? 0;
  const sum = amounts.reduce((all, amount) => all + BigInt(amount.replace('.', '')), 0n);
  const digits = sum.toString().padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
