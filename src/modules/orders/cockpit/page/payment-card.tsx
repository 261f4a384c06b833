import type { ReactNode } from 'react';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { type ApiMoney, moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { StateBadge, When } from '../../../../platform/cockpit/value/index.ts';
import { isZero, minus } from '../money.ts';
import { orderWords } from '../words.ts';
import styles from './order.module.css';
import type { OrderDesk } from './order-desk.ts';

/** What it came to, what was paid, and what is left. */
export function PaymentCard({ desk }: { readonly desk: OrderDesk }) {
  const t = orderWords().page;
  const { order } = desk;
  const { totals, captured, authorized, refunded, due, credits, delivery } = order;
  const held = minus(authorized, captured);
  const open = minus(due, captured);
  return (
    <Card title={t.payment}>
      <dl className={styles.sums}>
        <Sum name={t.subtotal} of={totals.subtotal} />
        {!isZero(totals.discount) && <Sum name={discountName(desk)} of={totals.discount} isLess />}
        <Sum name={delivery ? `${t.delivery} · ${delivery.name}` : t.delivery} of={totals.delivery} />
        <Sum
          name={order.pricesIncludeTax ? t.taxIncluded : t.tax}
          of={totals.tax}
          isQuiet={order.pricesIncludeTax}
        />
        <Sum name={t.total} of={totals.total} isStrong hasLine />
        {credits.map(({ kind, last4, amount }) => (
          <Sum key={`${kind}${last4}`} name={creditName(kind, last4)} of={amount} isLess />
        ))}
        <Sum name={t.paid} of={captured} hasLine />
        {!isZero(held) && <Sum name={t.authorized} of={held} isQuiet />}
        {!isZero(refunded) && <Sum name={t.refundedTotal} of={refunded} isLess />}
        {!isZero(open) && order.state !== 'cancelled' && <Sum name={t.balance} of={open} isStrong />}
      </dl>
      <Attempts desk={desk} />
    </Card>
  );
}

function Attempts({ desk: { payments } }: { readonly desk: OrderDesk }) {
  const t = orderWords().page;
  if (payments.length === 0) return null;
  return (
    <div
      className={styles.part}
      style={{ marginTop: 14, paddingTop: 14, borderTop: '1px solid var(--line-faint)' }}
    >
      <div className={styles.head}>{t.attempts}</div>
      <ul className={styles.rows}>
        {payments.map(({ id, provider, means, state, amount, declined, fee, createdAt }) => (
          <li key={id} className={styles.row}>
            <span>
              {means ? `${means.brand}${means.last4 ? ` •••• ${means.last4}` : ''}` : provider}{' '}
              <span className={styles.quiet}>
                {means ? `${provider} · ` : ''}
                <When at={createdAt} />
                {!isZero(fee) && ` · ${t.fee} ${moneyOf(fee)}`}
              </span>
            </span>
            <span style={{ display: 'inline-flex', alignItems: 'center', gap: 8 }}>
              {declined !== undefined && <StateBadge tone="bad">{t.declined}</StateBadge>}
              {declined === undefined && <StateBadge tone={toneOf(state)}>{stateName(state)}</StateBadge>}
              <span className={styles.sum}>{moneyOf(amount)}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Sum(props: {
  readonly name: ReactNode;
  readonly of: ApiMoney;
  readonly isLess?: boolean;
  readonly isQuiet?: boolean;
  readonly isStrong?: boolean;
  readonly hasLine?: boolean;
}) {
  const { name, of, isLess, isQuiet, isStrong, hasLine } = props;
  return (
    <div
      data-quiet={isQuiet || undefined}
      data-strong={isStrong || undefined}
      data-line={hasLine || undefined}
    >
      <dt>{name}</dt>
      <dd>
        {isLess ? '− ' : ''}
        {moneyOf(of)}
      </dd>
    </div>
  );
}

function discountName({ order }: OrderDesk): string {
  const names = order.promotions.map(({ code, name }) => code ?? name ?? '').filter((name) => name !== '');
  const { discounts } = orderWords().page;
  return names.length === 0 ? discounts : `${discounts} · ${names.join(', ')}`;
}

function creditName(kind: OrderDesk['order']['credits'][number]['kind'], last4: string): string {
  const t = orderWords().page;
  if (kind === 'gift_card') return t.giftCard(last4);
  return kind === 'store_credit' ? t.storeCredit : t.exchangeCredit;
}

function toneOf(state: string) {
  if (state === 'captured') return 'good';
  return state === 'authorized' ? 'active' : state === 'failed' || state === 'voided' ? 'neutral' : 'waiting';
}

function stateName(state: string): string {
  const { payments } = orderWords();
  const known: Readonly<Record<string, string>> = {
    ...{ captured: payments.paid, authorized: payments.authorized, voided: payments.voided },
    ...{ partly_captured: payments.partly_paid, failed: orderWords().page.declined },
  };
  return known[state] ?? payments.pending;
}
