import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { dateOf, momentOf } from '../../../../platform/cockpit/text/index.ts';
import { Money, StateBadge, type Tone, When } from '../../../../platform/cockpit/value/index.ts';
import { customerWords } from '../words.ts';
import type { CustomerDesk } from './customer-desk.ts';
import styles from './profile.module.css';

type Orders = NonNullable<CustomerDesk['orders']>;

const TONES: Readonly<Record<Orders[number]['state'], Tone>> = {
  ...{ pending_payment: 'waiting', authorized: 'active', paid: 'good', partly_fulfilled: 'waiting' },
  ...{ fulfilled: 'active', delivered: 'good', partly_refunded: 'neutral', refunded: 'neutral' },
  ...{ returned: 'neutral', cancelled: 'bad' },
};

/** The latest orders, for who may read them. */
export function OrdersCard({ desk: { orders, customer } }: { readonly desk: CustomerDesk }) {
  const t = customerWords();
  if (orders === undefined) return null;
  return (
    <Card title={t.profile.orders} isFlush>
      {orders.length === 0 && <div className={styles.row}>{t.profile.noOrders}</div>}
      <ul className={styles.rows}>
        {orders.map(({ id, number, state, placedAt, total }) => (
          <li key={id}>
            <Link to={`/orders/${id}`} className={styles.row}>
              <span>
                <b>#{number}</b>{' '}
                <span className={styles.quiet}>
                  <When at={placedAt} />
                </span>
              </span>
              <span className={styles.side}>
                <StateBadge tone={TONES[state]}>{t.states[state]}</StateBadge>
                <Money of={total} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {customer.orders > orders.length && customer.email && (
        <div className={styles.foot}>
          <Button variant="subtle" component={Link} to={`/orders?q=${encodeURIComponent(customer.email)}`}>
            {t.profile.allOrders}
          </Button>
        </div>
      )}
    </Card>
  );
}

/** What they have in the cart and did not order. */
export function CartsCard({ desk: { carts } }: { readonly desk: CustomerDesk }) {
  const t = customerWords().profile;
  if (carts.length === 0) return null;
  return (
    <Card title={t.carts} isFlush>
      <ul className={styles.rows}>
        {carts.map(({ id, items, changedAt }) => (
          <li key={id} className={styles.row}>
            <span>{t.cart(items)}</span>
            <span className={styles.quiet}>
              <When at={changedAt} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function ReturnsCard({ desk: { returns = [] } }: { readonly desk: CustomerDesk }) {
  const t = customerWords();
  if (returns.length === 0) return null;
  return (
    <Card title={t.profile.returns} isFlush>
      <ul className={styles.rows}>
        {returns.map(({ id, orderId, orderNumber, state, quantity, requestedAt }) => (
          <li key={id}>
            <Link to={`/orders/${orderId}`} className={styles.row}>
              <span>
                #{orderNumber} <span className={styles.quiet}>{t.profile.cart(quantity)}</span>
              </span>
              <span className={styles.side}>
                <span className={styles.quiet}>{dateOf(requestedAt)}</span>
                <StateBadge
                  tone={state === 'requested' ? 'waiting' : state === 'received' ? 'good' : 'neutral'}
                >
                  {t.returns[state]}
                </StateBadge>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What they agreed to and withdrew, with the proof of which words. */
export function ConsentsCard({ desk: { consents } }: { readonly desk: CustomerDesk }) {
  const t = customerWords();
  if (consents.length === 0) return null;
  return (
    <Card title={t.profile.consents} isFlush>
      <ul className={styles.rows}>
        {consents.toReversed().map(({ purpose, isGiven, at, textVersion, method }) => (
          <li key={`${purpose}${at}`} className={styles.row}>
            <span>
              {t.purposes[purpose]}{' '}
              <span className={styles.quiet}>
                {method} · {textVersion}
              </span>
            </span>
            <span className={styles.side}>
              <span className={styles.quiet}>{momentOf(at)}</span>
              <StateBadge tone={isGiven ? 'good' : 'neutral'}>
                {isGiven ? t.profile.given : t.profile.withdrawn}
              </StateBadge>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
